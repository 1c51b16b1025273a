"""One cell of the table: an amount or a day as people write them, in a spreadsheet or by hand."""

import re
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

MAX_BEDRAG = Decimal("9999999.99")
YEARS = range(2000, 2100)

SPACES = re.compile(r"[\s\u00a0\u202f]+")
CURRENCY = re.compile(r"^(?:€|eur(?:o)?)|(?:€|eur(?:o)?)$", re.IGNORECASE)
ROUND = re.compile(r"[,.](?:-{1,2}|–|=)$")  # "18,-"
MINUS = re.compile(r"^[-−–(]")
WHOLE = re.compile(r"[0-9]+")
DECIMAL = re.compile(r"[0-9]*[.,][0-9]{1,2}")
DUTCH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3}){2,}")
DAYS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"),
)
MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")


class Onleesbaar(ValueError):
    """This cell says nothing that can be used; the text says what to do."""


def parse_bedrag(text: str) -> Decimal:
    """Euros from "18,85", "18.85", "1.086,85", "€ 18,-". Errors: `Onleesbaar`."""
    bare = ROUND.sub("", CURRENCY.sub("", SPACES.sub("", text)))
    if not bare:
        raise Onleesbaar(_("Vul een bedrag in, bijvoorbeeld 18,85. Kost het niets? Vul dan 0 in."))
    if MINUS.match(bare):
        raise Onleesbaar(_("Een bedrag is nooit minder dan nul. Haal het minteken weg."))
    bedrag = Decimal(_normalise(bare, text)).quantize(Decimal("0.01"))
    if bedrag > MAX_BEDRAG:
        raise Onleesbaar(_("Dit bedrag is te groot. Kijk na of er een komma ontbreekt."))
    return bedrag


def _normalise(bare: str, text: str) -> str:
    """Digits with at most one point."""
    if len(bare) > 20:
        raise Onleesbaar(_("Dit bedrag is te groot. Kijk na of er een komma ontbreekt."))
    if WHOLE.fullmatch(bare):
        return bare
    if DECIMAL.fullmatch(bare):
        return bare.replace(",", ".")
    if DUTCH.fullmatch(bare):
        return bare.replace(".", "").replace(",", ".")
    if ENGLISH.fullmatch(bare):
        return bare.replace(",", "")
    raise Onleesbaar(
        _("Wij lezen geen bedrag in ‘%(tekst)s’. Schrijf het als 1086,85.") % {"tekst": text.strip()[:30]}
    )


def parse_dag(text: str) -> date:
    """A day from "2027-01-01" or "1-1-2027". Errors: `Onleesbaar`."""
    bare = MIDNIGHT.sub("", text.strip())
    if not bare:
        raise Onleesbaar(_("Vul de dag in waarop het bedrag ingaat, bijvoorbeeld 1-1-2027."))
    found = next((match for pattern in DAYS if (match := pattern.fullmatch(bare))), None)
    day = _make_day(found) if found else None
    if day is None:
        raise Onleesbaar(
            _("Wij lezen geen dag in ‘%(tekst)s’. Schrijf hem als 1-1-2027.") % {"tekst": bare[:30]}
        )
    return day


def _make_day(match: re.Match[str]) -> date | None:
    parts = {name: int(digits) for name, digits in match.groupdict().items()}
    try:
        return date(**parts) if parts["year"] in YEARS else None
    except ValueError:
        return None
