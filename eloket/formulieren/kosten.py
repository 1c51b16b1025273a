"""What a form costs, in the words of its start page."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from eloket.betalingen.services import Tariefregel, get_tarieven, list_tarieven
from eloket.formulieren.definitie import Definitie, Veld
from eloket.formulieren.velden import get_veldtype
from eloket.lib.geld import euro


def tell_kosten(tarief_id: int | None, *, op: date) -> list[str]:
    """Sentences on the cost of today and the next one, in the active language; none without a tarief.

    An amount that is not known is not "gratis". One query at most.
    """
    regels = list_tarieven([tarief_id], op=op) if tarief_id else []
    if not regels:
        return []
    (regel,) = regels
    told = [_("Wat dit kost, is nog niet bekend.") if regel.bedrag is None else _tell(regel.bedrag)]
    if regel.straks is not None and regel.straks_vanaf is not None:
        told.append(_tell_from(regel.straks, date_format(regel.straks_vanaf, "DATE_FORMAT")))
    return told


def list_bedragen(definitie: Definitie, *, op: date) -> list[str]:
    """What the form computes with, a line for each tarief; none where it computes nothing."""
    codes = list(dict.fromkeys(code for veld in definitie.velden for code in list_codes(veld)))
    known = get_tarieven(codes, op=op)
    return [_tell_regel(known[code]) for code in codes if code in known]


def list_codes(veld: Veld) -> Iterable[str]:
    """The tarieven that may count for a computed amount."""
    if not get_veldtype(veld.soort).is_berekend:
        return []
    own = veld.instellingen
    by_answer = (str(each["tarief"]) for each in own.get("tarieven") or ())
    return filter(None, [*by_answer, str(own.get("tarief") or "")])


def _tell_regel(regel: Tariefregel) -> str:
    bedrag = _("nog niet bekend") if regel.bedrag is None else euro(regel.bedrag)
    return _("%(tarief)s: %(bedrag)s") % {"tarief": regel.naam, "bedrag": bedrag}


def _tell(bedrag: Decimal) -> str:
    return _("Dit kost %(bedrag)s.") % {"bedrag": euro(bedrag)} if bedrag else _("Dit is gratis.")


def _tell_from(bedrag: Decimal, dag: str) -> str:
    if not bedrag:
        return _("Vanaf %(dag)s is dit gratis.") % {"dag": dag}
    return _("Vanaf %(dag)s kost dit %(bedrag)s.") % {"dag": dag, "bedrag": euro(bedrag)}
