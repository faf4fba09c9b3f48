"""Reading recruitment, one subject a module."""
