"""The built-in agenda. Reads hours and intervals as bitmaps, and guards every unit by a primary key.

`docs/afspraken.md` tells how, and in which order rows are locked.
"""

from eloket.afspraken.backends.database.agenda import DatabaseBackend

__all__ = ["DatabaseBackend"]
