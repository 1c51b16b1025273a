"""Claims and terms in words, in the language of now."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from eloket.uitgifte.claims import Claimveld, Vorm
from eloket.website.services import Rij


def show_claims(velden: Iterable[Claimveld], claims: Mapping[str, str]) -> list[Rij]:
    """A row for each field that was filled in."""
    return [
        Rij(str(veld.label), _show(veld.vorm, claims[veld.naam])) for veld in velden if claims.get(veld.naam)
    ]


def show_term(vanaf: datetime, tot: datetime | None) -> list[Rij]:
    """From when until when. `tot` is the first moment that it no longer holds: the day before is the last."""
    begin = Rij(_("Geldig vanaf"), show_moment(vanaf))
    end = Rij(_("Geldig tot en met"), show_last(tot)) if tot else Rij(_("Geldig tot"), _("onbeperkt"))
    return [begin, end]


def show_last(tot: datetime) -> str:
    """The last day, or the last moment when the end is no midnight."""
    return show_moment(tot - timedelta(days=1)) if _is_midnight(tot) else show_moment(tot)


def show_moment(moment: datetime) -> str:
    """A day, with the time when it is no midnight."""
    local = moment.astimezone(get_default_timezone())
    return date_format(local, "j F Y") if _is_midnight(moment) else date_format(local, "j F Y, H:i")


def _is_midnight(moment: datetime) -> bool:
    local = moment.astimezone(get_default_timezone())
    return (local.hour, local.minute) == (0, 0)


def _show(vorm: Vorm, value: str) -> str:
    if vorm == Vorm.DATUM:
        return date_format(date.fromisoformat(value), "j F Y")
    if vorm == Vorm.MOMENT:
        return show_moment(datetime.fromisoformat(value))
    return value
