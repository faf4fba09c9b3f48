import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draw",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("purpose", models.CharField(max_length=300)),
                ("holders", models.JSONField()),
                ("sources", models.JSONField(default=list)),
                (
                    "hash_name",
                    models.CharField(choices=[("sha256", "SHA-256"), ("sm3", "SM3")], default="sha256", max_length=8),
                ),
                ("opens_at", models.DateTimeField()),
                ("repeat_reason", models.CharField(blank=True, max_length=300)),
                ("repeat_approval", models.CharField(blank=True, max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("announced", "已编号"),
                            ("committed", "已封存承诺"),
                            ("drawn", "已抽取、保密中"),
                            ("opened", "已启封"),
                            ("abandoned", "已作废"),
                        ],
                        default="announced",
                        max_length=10,
                    ),
                ),
                ("wrapped_key", models.JSONField()),
                ("sealed", models.BinaryField(null=True)),
                ("published", models.JSONField(null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency"
                    ),
                ),
                (
                    "repeats",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="draws.draw",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="DrawPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("holder", models.CharField(max_length=20)),
                ("hash", models.CharField(max_length=64)),
                ("sealed", models.BinaryField()),
                (
                    "release",
                    models.CharField(
                        choices=[("with_draw", "抽取时一并揭示"), ("by_holder", "由持有人揭示")],
                        default="with_draw",
                        max_length=10,
                    ),
                ),
                ("committed_by", models.UUIDField()),
                ("committed_at", models.DateTimeField()),
                ("revealed_at", models.DateTimeField(null=True)),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="draws.draw"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("announced", "编号并公告抽取"),
                            ("part_committed", "秘密部分封存"),
                            ("committed", "名单与方案封存承诺"),
                            ("part_revealed", "秘密部分揭示"),
                            ("drawn", "抽取完成"),
                            ("replaced", "补抽"),
                            ("opened", "到时启封"),
                            ("opened_early", "提前启封"),
                            ("abandoned", "作废"),
                            ("repeated", "重新抽取"),
                        ],
                        max_length=16,
                    ),
                ),
                ("at", models.CharField(max_length=32)),
                ("payload", models.JSONField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency"
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="draws.draw"
                    ),
                ),
            ],
            options={
                "ordering": ["agency", "sequence"],
            },
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.UniqueConstraint(fields=("agency", "number"), name="draw_number_once"),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="draw_number_from_one"),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["committed", "drawn", "opened"]), _negated=True),
                    ("sealed__isnull", False),
                    _connector="OR",
                ),
                name="draw_committed_is_sealed",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "opened"), _negated=True), ("published__isnull", False), _connector="OR"
                ),
                name="draw_opened_is_published",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(("published", None), ("state__in", ["opened", "abandoned"]), _connector="OR"),
                name="draw_published_only_when_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("repeats", None),
                    models.Q(
                        models.Q(("repeat_reason", ""), _negated=True),
                        models.Q(("repeat_approval", ""), _negated=True),
                        models.Q(("repeats", models.F("id")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="draw_repeat_has_reason_and_approval",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawpart",
            constraint=models.UniqueConstraint(fields=("draw", "holder"), name="draw_part_once_a_holder"),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.UniqueConstraint(fields=("agency", "sequence"), name="ledger_sequence_once"),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.UniqueConstraint(fields=("agency", "previous"), name="ledger_no_fork"),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ["announced", "committed", "drawn", "abandoned"])),
                fields=("draw", "kind"),
                name="ledger_once_a_draw",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ["opened", "opened_early"])),
                fields=("draw",),
                name="ledger_opened_once",
            ),
        ),
    ]
