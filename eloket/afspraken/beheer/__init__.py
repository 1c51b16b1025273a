"""The screens of afspraken in the Wagtail admin."""
