"""Afspraken in the Wagtail admin: places and times for the redacteur, the day itself for the desk."""
