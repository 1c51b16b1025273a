"""The back office in the Wagtail admin: what lies there to be done, and one zaak. One subject a file."""
