from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="WorkdayYear",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("holidays", models.JSONField(default=list)),
                ("makeup_workdays", models.JSONField(default=list)),
                ("published_by", models.CharField(max_length=200)),
                ("published_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["year"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1990), ("year__lte", 2200)),
                        name="common_workday_year_plausible",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BusinessClock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("offset", models.DurationField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="common_business_clock_one_row")
                ],
            },
        ),
    ]
