"""What changes applications, one flow a module."""
