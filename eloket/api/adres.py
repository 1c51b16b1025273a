"""Where the API stands, and which version it is."""

from django.conf import settings

ROOT = "/api/v1/"
VERSION = "1.0.0"


def basis_url() -> str:
    """The address of the API for other systems, without a slash at the end."""
    return f"{settings.ELOKET_BASIS_URL}{ROOT}".rstrip("/")
