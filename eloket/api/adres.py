"""Where the API stands, and which version it is."""

from django.conf import settings

ROOT = "/api/v1/"
HANDHAVING = "/api/handhaving/v1/"  # with a key, and of people: not the open API
VERSION = "1.0.0"


def basis_url(root: str = ROOT) -> str:
    """The address of an API for other systems, without a slash at the end."""
    return f"{settings.ELOKET_BASIS_URL}{root}".rstrip("/")
