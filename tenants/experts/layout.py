"""What the pool lays out in a new agency: found by name when the platform starts."""

from tenants.experts.services.layout import lay_out

__all__ = ["lay_out"]
