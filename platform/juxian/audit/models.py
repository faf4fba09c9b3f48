"""The event of the trail. Rows are only ever inserted; a trigger refuses anything else."""

from django.db import models


class Event(models.Model):
    """One thing that was done, seen or refused.

    `subject_id` is the person it concerns (an account or an expert's person id); `before` and `after` hold no
    personal values, which go sealed into `personal`.
    """

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=80)
    actor_id = models.UUIDField()
    actor_name = models.CharField(max_length=80)
    actor_roles = models.CharField(max_length=200, blank=True)
    acting_for = models.UUIDField(null=True)
    origin = models.GenericIPAddressField(null=True)
    realm = models.CharField(max_length=60)
    target_type = models.CharField(max_length=80, blank=True)
    target_id = models.CharField(max_length=80, blank=True)
    subject_id = models.UUIDField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    personal = models.BinaryField(null=True)
    reason = models.TextField(blank=True)
    clause = models.CharField(max_length=120, blank=True)
    data = models.JSONField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["target_type", "target_id", "id"], name="event_target"),
            models.Index(fields=["subject_id", "id"], name="event_subject"),
            models.Index(fields=["actor_id", "id"], name="event_actor"),
            models.Index(fields=["action", "id"], name="event_action"),
        ]
