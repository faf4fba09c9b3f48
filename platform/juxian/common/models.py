"""Two small public tables: the published working-day schedules and the business clock."""

from __future__ import annotations

from django.db import models


class WorkdayYear(models.Model):
    """The State Council's schedule of one year.

    `holidays` and `makeup_workdays` are lists of ISO dates. A schedule may reach back into the December before
    (the New Year holiday of 2023 began on 2022-12-31); such days stand in the row of the year that announced them.
    """

    year = models.PositiveSmallIntegerField(primary_key=True)
    holidays = models.JSONField(default=list)
    makeup_workdays = models.JSONField(default=list)
    published_by = models.CharField(max_length=200)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["year"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year__gte=1990, year__lte=2200), name="common_workday_year_plausible"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}"


class BusinessClock(models.Model):
    """How far the business clock was moved from real time; one row at most, in demonstration mode only."""

    offset = models.DurationField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="common_business_clock_one_row")]

    def __str__(self) -> str:
        return f"{self.offset}"
