"""Configuring the built-in register in the Wagtail admin: zaaktypen, their versions, and taking them over."""
