"""Mijn zaken on a large built-in register."""
