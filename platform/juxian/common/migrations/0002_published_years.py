"""Fill the table of a new installation with the years the `chinesecalendar` package carries."""

from django.db import migrations
from django.utils import timezone


def fill(apps, schema_editor):
    from juxian.common import calendar

    year_model = apps.get_model("common", "WorkdayYear")
    year_model.objects.bulk_create(
        [
            year_model(
                year=schedule.year,
                holidays=[day.isoformat() for day in sorted(schedule.holidays)],
                makeup_workdays=[day.isoformat() for day in sorted(schedule.makeup_workdays)],
                published_by="国务院办公厅节假日安排通知（chinesecalendar）",
                published_at=timezone.now(),
            )
            for schedule in calendar.library_schedules()
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
