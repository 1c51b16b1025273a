"""The built-in register: tables in eloket's own database, under the rules of ZGW."""

from eloket.zaken.backends.database.register import DatabaseBackend

__all__ = ["DatabaseBackend"]
