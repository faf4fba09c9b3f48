"""The dispatcher: looks for due effects and carries them out, each in its own schema."""

from juxian.celery import app
from juxian.notifications import delivery


@app.task(realm="public")
def deliver_due() -> int:
    """Deliver what is due; returns how many effects were carried out."""
    return delivery.run()
