"""The one password of the demonstration: known to everybody, on purpose, and set in demonstration mode only."""

PASSWORD = "Juxian-Yanshi-2026"  # noqa: S105  it protects nothing
