"""The link with which somebody manages their afspraak: the key stands in the address, and names nobody.

It stays the same when the afspraak is moved, so that an older mail keeps working. Only another contact
address makes it dead (`renew_links`): a mail to the old one may be read by somebody else.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import F
from django.urls import reverse
from django.utils.translation import override

from eloket.afspraken.models import Afspraak

GELDIG_NA = timedelta(days=1)
_SALT = "afspraken.beheren"
_WAARDE = re.compile(r"([\w-]{22})\.(\d{1,9})", re.ASCII)


class LinkOngeldig(Exception):
    """No key of ours, or of an afspraak that is not here, or a newer link was sent."""


class LinkVerlopen(LinkOngeldig):
    """It was a key, until a day after the afspraak."""


class Beheerbaar(Protocol):
    """An afspraak as a row, or as screens know it."""

    @property
    def id(self) -> UUID: ...
    @property
    def link_versie(self) -> int: ...
    @property
    def taal(self) -> str: ...


def make_token(afspraak: Beheerbaar) -> str:
    """The key of this afspraak, fit for an address; the same each time."""
    short = urlsafe_b64encode(afspraak.id.bytes).rstrip(b"=").decode()
    return _signer().sign(f"{short}.{afspraak.link_versie}")


def open_token(token: str, *, now: datetime) -> Afspraak:
    """The afspraak that this key opens. One query. Errors: `LinkOngeldig`, `LinkVerlopen`."""
    pk, versie = _read(token)
    afspraak = Afspraak.objects.filter(pk=pk, link_versie=versie).first()
    if afspraak is None:
        raise LinkOngeldig
    if now >= afspraak.eind + GELDIG_NA:
        raise LinkVerlopen
    return afspraak


def make_pad(naam: str, afspraak: Beheerbaar) -> str:
    """The path of a page behind the link ("beheren", "annuleren" …), in the language of the afspraak."""
    with override(afspraak.taal):
        return reverse(f"afspraken:{naam}", args=[make_token(afspraak)])


def make_link(naam: str, afspraak: Beheerbaar) -> str:
    """The same as a whole address, for a mail or a calendar."""
    return f"{settings.ELOKET_BASIS_URL}{make_pad(naam, afspraak)}"


def renew_links(id: UUID) -> None:
    """Make the links that were sent dead: the contact address changes."""
    Afspraak.objects.filter(pk=id).update(link_versie=F("link_versie") + 1)


def _read(token: str) -> tuple[UUID, int]:
    try:
        found = _WAARDE.fullmatch(_signer().unsign(token))
    except (BadSignature, UnicodeEncodeError):
        raise LinkOngeldig from None
    if found is None:
        raise LinkOngeldig
    return UUID(bytes=urlsafe_b64decode(f"{found[1]}==")), int(found[2])


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")
