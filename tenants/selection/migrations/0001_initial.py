import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("committees", "0001_initial"),
        ("experts", "0001_initial"),
        ("workspace", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Booking",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.BigIntegerField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("starts_at__lt", models.F("ends_at"))), name="booking_in_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=20, unique=True)),
                ("title", models.CharField(max_length=120)),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("task_type", models.CharField(blank=True, max_length=60)),
                ("size", models.PositiveSmallIntegerField()),
                ("alternates", models.PositiveSmallIntegerField(default=0)),
                ("meets_at", models.DateTimeField(null=True)),
                ("meets_until", models.DateTimeField(null=True)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("opens_at", models.DateTimeField(null=True)),
                ("answer_by", models.DateTimeField(null=True)),
                ("refill_hours", models.PositiveSmallIntegerField(default=24)),
                ("regret_minutes", models.PositiveSmallIntegerField(default=10)),
                ("groups", models.JSONField(default=list)),
                ("title_levels", models.JSONField(default=list)),
                ("district", models.CharField(blank=True, max_length=40)),
                ("quotas", models.JSONField(default=list)),
                ("one_per_employer", models.BooleanField(default=False)),
                ("random_share", models.CharField(blank=True, max_length=12)),
                ("choice_reason", models.CharField(blank=True, max_length=300)),
                ("public_source", models.CharField(blank=True, max_length=200)),
                ("unit_part", models.BooleanField(default=False)),
                ("repeat_reason", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("submitted", "待审批"),
                            ("approved", "待监督人确认"),
                            ("confirmed", "可以抽取"),
                            ("refused", "未同意"),
                            ("frozen", "名单已封存"),
                            ("held", "已抽取，保密中"),
                            ("opened", "已启封"),
                            ("closed", "已办结"),
                            ("cancelled", "已取消"),
                            ("repeated", "已重新抽取"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("needs_approval", models.BooleanField(default=False)),
                ("needs_supervisor", models.BooleanField(default=False)),
                ("asked_by", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=80)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("submitted_at", models.DateTimeField(null=True)),
                ("approved_by", models.UUIDField(null=True)),
                ("approved_by_name", models.CharField(blank=True, max_length=80)),
                ("approved_at", models.DateTimeField(null=True)),
                ("supervised_by", models.UUIDField(null=True)),
                ("supervised_by_name", models.CharField(blank=True, max_length=80)),
                ("supervised_at", models.DateTimeField(null=True)),
                ("frozen_by", models.UUIDField(null=True)),
                ("frozen_at", models.DateTimeField(null=True)),
                ("drawn_at", models.DateTimeField(null=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("end_reason", models.CharField(blank=True, max_length=300)),
                ("early_reason", models.CharField(blank=True, max_length=300)),
                ("early_officer", models.UUIDField(null=True)),
                ("early_supervisor", models.UUIDField(null=True)),
                ("draw_id", models.UUIDField(null=True, unique=True)),
                ("draw_number", models.PositiveIntegerField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "committee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draw_requests",
                        to="committees.committee",
                    ),
                ),
                (
                    "repeats",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="selection.drawrequest",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draw_requests",
                        to="workspace.usingunit",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("named", models.BooleanField(default=False)),
                ("recipient", models.CharField(max_length=64)),
                ("sealed", models.BinaryField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unsent", "未发出"),
                            ("pending", "等待答复"),
                            ("accepted", "已接受"),
                            ("declined", "已谢绝"),
                            ("recused", "声明回避"),
                            ("expired", "逾期未答复"),
                            ("withdrawn", "已撤销"),
                            ("clash", "时间已被占用"),
                        ],
                        default="unsent",
                        max_length=10,
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True)),
                ("answer_by", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answers", models.PositiveSmallIntegerField(default=0)),
                ("decline_code", models.CharField(blank=True, max_length=20)),
                ("note", models.BinaryField(null=True)),
                ("reminders", models.PositiveSmallIntegerField(default=0)),
                ("refilled_at", models.DateTimeField(null=True)),
                ("refill_reason", models.CharField(blank=True, max_length=60)),
                (
                    "expert",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="experts.expert",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="selection.drawrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "round"],
            },
        ),
        migrations.CreateModel(
            name="NamedSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200)),
                (
                    "expert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="experts.expert"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_seats",
                        to="selection.drawrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Recusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(blank=True, max_length=200)),
                (
                    "employer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workspace.employer",
                    ),
                ),
                (
                    "expert",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="experts.expert"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="experts.expert"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="recusals", to="selection.drawrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddIndex(
            model_name="drawrequest",
            index=models.Index(fields=["state"], name="request_state"),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "draft",
                            "submitted",
                            "approved",
                            "confirmed",
                            "refused",
                            "frozen",
                            "held",
                            "opened",
                            "closed",
                            "cancelled",
                            "repeated",
                        ],
                    )
                ),
                name="request_known_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(condition=models.Q(("size__gte", 1)), name="request_has_seats"),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("meets_until", None), ("meets_at__lt", models.F("meets_until")), _connector="OR"),
                name="request_meeting_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needs_approval", False),
                    ("approved_by__isnull", False),
                    models.Q(
                        ("state__in", ["approved", "confirmed", "frozen", "held", "opened", "closed", "repeated"]),
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="request_approved_where_needed",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None),
                    models.Q(("approved_by", models.F("asked_by")), _negated=True),
                    _connector="OR",
                ),
                name="request_approved_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needs_supervisor", False),
                    ("supervised_by__isnull", False),
                    models.Q(
                        ("state__in", ["confirmed", "frozen", "held", "opened", "closed", "repeated"]), _negated=True
                    ),
                    _connector="OR",
                ),
                name="request_supervised_where_needed",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("supervised_by", None),
                    models.Q(
                        models.Q(("supervised_by", models.F("asked_by")), _negated=True),
                        models.Q(
                            ("frozen_by", None),
                            models.Q(("supervised_by", models.F("frozen_by")), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="request_supervised_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["frozen", "held", "opened", "closed", "repeated"]), _negated=True),
                    models.Q(("draw_id__isnull", False), ("draw_number__isnull", False), ("frozen_by__isnull", False)),
                    _connector="OR",
                ),
                name="request_committed_names_its_draw",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("early_officer", None),
                    ("early_supervisor", None),
                    models.Q(("early_officer", models.F("early_supervisor")), _negated=True),
                    _connector="OR",
                ),
                name="request_early_by_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["frozen", "held"])),
                fields=("committee",),
                name="request_one_sealed_draw_a_committee",
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["recipient"], name="invitation_recipient"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("request", "position", "round"), name="invitation_round_once"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("request", "recipient"), name="invitation_once_a_person"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["unsent", "pending", "accepted"])),
                fields=("request", "position"),
                name="invitation_one_for_a_seat",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["unsent", "clash", "withdrawn"]),
                    models.Q(("answer_by__isnull", False), ("sent_at__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_sent_before_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("refilled_at", None),
                    models.Q(("state__in", ["unsent", "pending", "accepted"]), _negated=True),
                    _connector="OR",
                ),
                name="invitation_refilled_only_when_given_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedseat",
            constraint=models.UniqueConstraint(fields=("request", "expert"), name="named_seat_once"),
        ),
        migrations.AddConstraint(
            model_name="namedseat",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="named_seat_has_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="recusal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("employer__isnull", False), ("expert", None), ("other", None)),
                    models.Q(("employer", None), ("expert__isnull", False)),
                    _connector="OR",
                ),
                name="recusal_of_employer_or_expert",
            ),
        ),
        migrations.AddConstraint(
            model_name="recusal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other", None), models.Q(("other", models.F("expert")), _negated=True), _connector="OR"
                ),
                name="recusal_pair_of_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="recusal",
            constraint=models.UniqueConstraint(
                fields=("request", "employer", "expert", "other"), name="recusal_once", nulls_distinct=False
            ),
        ),
    ]
