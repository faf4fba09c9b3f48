"""What changes the pool, one flow a module."""
