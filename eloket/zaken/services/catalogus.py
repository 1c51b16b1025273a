"""Which zaaktypen there are."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from eloket.lib import klok
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import VolledigZaaktype, Zaaktype
from eloket.zaken.regels import DEFAULT_ZAAKTYPE


def list_zaaktypen() -> list[VolledigZaaktype]:
    """The zaaktypen that are valid today."""
    return get_backend().list_zaaktypen(op=klok.today())


def get_zaaktype(identificatie: str) -> VolledigZaaktype | None:
    """The version that is valid today; empty asks for the default zaaktype. None when there is none."""
    return get_backend().get_zaaktype(identificatie or DEFAULT_ZAAKTYPE, op=klok.today())


def find_missing(
    *, zaaktype: str, eigenschappen: Sequence[str], informatieobjecttypen: Sequence[str]
) -> list[str]:
    """What the register lacks for a form that names these: one Dutch sentence each, for the redacteur."""
    found = get_zaaktype(zaaktype)
    if found is None:
        return [_("Het zaaktype “%s” bestaat niet in het zaakregister, of is nu niet geldig.") % zaaktype]
    lacks = _("Het zaaktype “%(zaaktype)s” kent de eigenschap “%(naam)s” niet.")
    lacks_document = _("Het zaaktype “%(zaaktype)s” kent de soort document “%(naam)s” niet.")
    return [
        *(_name(lacks, found, naam) for naam in eigenschappen if naam not in found.eigenschappen),
        *(
            _name(lacks_document, found, naam)
            for naam in informatieobjecttypen
            if naam not in found.informatieobjecttypen
        ),
    ]


def _name(sentence: str, zaaktype: Zaaktype, naam: str) -> str:
    return sentence % {"zaaktype": zaaktype.omschrijving, "naam": naam}
