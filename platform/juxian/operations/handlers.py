"""Effects of the platform: jobs, and deadlines counted anew."""

from juxian.operations import jobs, workdays  # noqa: F401  both register their effects
