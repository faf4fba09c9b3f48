"""Demonstration: seven agencies with people who do not exist, laid out through the platform's own services."""
