"""Measuring from inside Django, each in a process of its own."""
