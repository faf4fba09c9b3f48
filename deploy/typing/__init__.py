"""What the type checker cannot see by itself."""
