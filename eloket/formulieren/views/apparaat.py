"""On what kind of device somebody fills in: a phone or not. Coarse on purpose; nothing more is kept."""

from django.http import HttpRequest

from eloket.formulieren.models import Apparaat


def get_apparaat(request: HttpRequest) -> Apparaat:
    """By the hint that a browser gives, or else by how it calls itself."""
    hint = request.headers.get("Sec-CH-UA-Mobile", "")
    name = request.headers.get("User-Agent", "")
    is_phone = hint == "?1" if hint else "Mobi" in name and "iPad" not in name
    return Apparaat.TELEFOON if is_phone else Apparaat.COMPUTER
