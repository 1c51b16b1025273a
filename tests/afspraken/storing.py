"""An agenda that does not answer."""

from typing import Any

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.backends.database import DatabaseBackend

BEIDE = {
    "default": {"BACKEND": "eloket.afspraken.backends.database.DatabaseBackend", "OPTIONS": {}},
    "stuk": {"BACKEND": "tests.afspraken.storing.StukkeAgenda", "OPTIONS": {}},
}
STUK = {"default": BEIDE["stuk"]}


class StukkeAgenda(DatabaseBackend):
    """Times out at whatever it is asked, except what it could do at all."""

    def _fail(self, *args: Any, **kwargs: Any) -> Any:
        raise NietBereikbaar("no answer in 3 seconds")

    list_plekken = list_dagen = list_momenten = _fail
    hold = get_houvast = prolong = confirm = release = create = _fail
