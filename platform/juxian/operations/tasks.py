"""The worker's sign of life."""

from juxian.celery import app
from juxian.operations import health


@app.task(realm="public")
def heartbeat() -> None:
    """Tell that a worker runs; readiness and metrics look for it."""
    health.beat()
