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
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("proposed_by_name", models.CharField(max_length=80)),
                ("proposed_at", models.DateTimeField()),
                ("mode", models.CharField(choices=[("admit", "交流入库"), ("use", "直接使用")], max_length=10)),
                ("purpose", models.TextField()),
                ("groups", models.JSONField(default=list)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField()),
                ("assessment", models.TextField(blank=True)),
                ("assessed_by_name", models.CharField(blank=True, max_length=80)),
                ("assessed_at", models.DateTimeField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "等待签署"),
                            ("active", "生效中"),
                            ("refused", "未签署"),
                            ("revoked", "已撤销"),
                        ],
                        default="offered",
                        max_length=10,
                    ),
                ),
                ("receiver_signed_by", models.UUIDField(null=True)),
                ("receiver_signed_name", models.CharField(blank=True, max_length=80)),
                ("receiver_signed_at", models.DateTimeField(null=True)),
                ("lender_signed_by", models.UUIDField(null=True)),
                ("lender_signed_name", models.CharField(blank=True, max_length=80)),
                ("lender_signed_at", models.DateTimeField(null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=80)),
                ("ended_at", models.DateTimeField(null=True)),
                ("end_reason", models.TextField(blank=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency"
                    ),
                ),
                (
                    "lender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements_lent", to="tenancy.agency"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.agency"
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements_received",
                        to="tenancy.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["-proposed_at"],
            },
        ),
        migrations.CreateModel(
            name="SharingConsent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("account_id", models.UUIDField()),
                ("text", models.TextField()),
                ("text_sha256", models.CharField(max_length=64)),
                ("given_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="sharing.agreement"
                    ),
                ),
            ],
            options={
                "ordering": ["-given_at"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("account_id", models.UUIDField()),
                ("group", models.CharField(blank=True, max_length=80)),
                ("message", models.TextField(blank=True)),
                ("invited_by", models.UUIDField()),
                ("invited_by_name", models.CharField(max_length=80)),
                ("invited_at", models.DateTimeField()),
                ("answer_by", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "等待本人答复"),
                            ("declined", "本人未接受"),
                            ("withdrawn", "已撤回"),
                            ("admitted", "已入库"),
                            ("in_procedure", "按程序审核中"),
                            ("refused", "不符合条件"),
                        ],
                        default="sent",
                        max_length=12,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("acceptance_text", models.TextField(blank=True)),
                ("reference", models.CharField(blank=True, max_length=80)),
                ("findings", models.JSONField(default=list)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="sharing.agreement"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="sharing.sharingconsent",
                    ),
                ),
            ],
            options={
                "ordering": ["-invited_at"],
            },
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("receiver", models.F("lender")), _negated=True), name="agreement_two_agencies"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_from__lte", models.F("valid_until"))), name="agreement_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("receiver_signed_by", None),
                    ("lender_signed_by", None),
                    models.Q(("receiver_signed_by", models.F("lender_signed_by")), _negated=True),
                    _connector="OR",
                ),
                name="agreement_two_hands",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "active"), _negated=True),
                    models.Q(
                        ("lender_signed_at__isnull", False),
                        ("receiver_signed_at__isnull", False),
                        ("lender_signed_by__isnull", False),
                        ("receiver_signed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="agreement_active_when_both_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lender_signed_at", None), ("receiver_signed_at", None)),
                    models.Q(("assessment", ""), _negated=True),
                    _connector="OR",
                ),
                name="agreement_assessed_before_signing",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("state__in", ["offered", "active"])),
                    models.Q(
                        ("ended_at__isnull", False), ("ended_by__isnull", False), ("state__in", ["refused", "revoked"])
                    ),
                    _connector="OR",
                ),
                name="agreement_ended_on_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["offered", "active"])),
                fields=("receiver", "lender", "mode"),
                name="agreement_one_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="sharingconsent",
            index=models.Index(fields=["account_id"], name="sharing_consent_account"),
        ),
        migrations.AddConstraint(
            model_name="sharingconsent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)),
                fields=("agreement", "account_id"),
                name="sharing_consent_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_at", None), ("withdrawn_at__gte", models.F("given_at")), _connector="OR"
                ),
                name="sharing_consent_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["account_id", "state"], name="sharing_invitation_account"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent")),
                fields=("agreement", "account_id"),
                name="sharing_invitation_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("state", "sent")),
                    models.Q(models.Q(("state", "sent"), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="sharing_invitation_answered",
            ),
        ),
    ]
