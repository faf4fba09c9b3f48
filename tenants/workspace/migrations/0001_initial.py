import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AgencyFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.TextField(blank=True)),
                ("phone", models.CharField(blank=True, max_length=60)),
                ("mail", models.CharField(blank=True, max_length=120)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("office_hours", models.CharField(blank=True, max_length=120)),
                ("complaints", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=0)),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="agency_facts_one_row")],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=60)),
                ("content_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("place", models.CharField(max_length=200, unique=True)),
                ("subject_id", models.UUIDField(null=True)),
                ("owner_type", models.CharField(max_length=60)),
                ("owner_id", models.CharField(max_length=64)),
                ("created_by", models.UUIDField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["created_at", "id"],
                "indexes": [
                    models.Index(fields=["owner_type", "owner_id"], name="document_owner"),
                    models.Index(fields=["subject_id"], name="document_subject"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Employer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, unique=True)),
                ("credit_code", models.CharField(blank=True, max_length=18)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("province", models.CharField(blank=True, max_length=40)),
                ("city", models.CharField(blank=True, max_length=40)),
                ("district", models.CharField(blank=True, max_length=40)),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("affiliation", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
                "indexes": [models.Index(fields=["district"], name="employer_district")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("credit_code", ""), _negated=True),
                        fields=("credit_code",),
                        name="employer_one_per_code",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UsingUnit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, unique=True)),
                ("credit_code", models.CharField(blank=True, max_length=18)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("province", models.CharField(blank=True, max_length=40)),
                ("city", models.CharField(blank=True, max_length=40)),
                ("district", models.CharField(blank=True, max_length=40)),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("credit_code", ""), _negated=True),
                        fields=("credit_code",),
                        name="using_unit_one_per_code",
                    )
                ],
            },
        ),
    ]
