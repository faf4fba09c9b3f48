"""The Celery application: one public dispatcher each second, everything else on demand."""

import os

from celery import Celery
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "juxian.settings.local")

# By name: the class needs Django's apps, which Celery sets up after this module is read.
app = Celery("juxian", task_cls="juxian.tenancy.tasks:RealmTask")
app.conf.update(**settings.CELERY)
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "deliver-outbox": {"task": "juxian.notifications.tasks.deliver_due", "schedule": 1.0, "options": {"expires": 5}},
    "heartbeat": {"task": "juxian.operations.tasks.heartbeat", "schedule": 30.0, "options": {"expires": 30}},
}
