"""Setting up committees and keeping their panels."""

from tenants.committees.services.keeping import (
    make_committee,
    record_panel,
    sync_drawn_panel,
    update_committee,
    void_drawn_panel,
)

__all__ = ["make_committee", "record_panel", "sync_drawn_panel", "update_committee", "void_drawn_panel"]
