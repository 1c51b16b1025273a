"""What a soort counts on and is not there: questions, zones, names in the zaakregister."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from eloket.uitgifte.beslisregels.adres import read_zones
from eloket.uitgifte.models import Productsoort, Zone
from eloket.uitgifte.services.vragen import find_formulier
from eloket.uitgifte.soortcontrole import Fout, list_named
from eloket.zaken.services import get_zaaktype


def find_gone_vragen(formulier: str, vragen: Collection[str]) -> list[str]:
    """One Dutch sentence for each soort that this form leads to and that misses a question."""
    words = _("De productsoort “%(soort)s” heeft deze vragen nodig, maar ze staan er niet: %(vragen)s.")
    found = []
    for soort in Productsoort.objects.filter(formulier=formulier, actief=True):
        gone = [vraag for vraag in soort.vragen if vraag not in vragen]
        if gone:
            found.append(words % {"soort": soort.naam, "vragen": ", ".join(gone)})
    return found


def find_unknown(soort: Productsoort) -> Iterator[Fout]:
    """The questions that its form does not ask, and the zones that nobody set."""
    formulier = find_formulier(soort.formulier)
    if soort.formulier and formulier is None:
        yield "formulier", _("Dit formulier staat niet op de site. Publiceer het eerst.")
    elif formulier is not None:
        gone = [vraag for vraag in soort.vragen if vraag not in formulier.vragen]
        if gone:
            words = _("Het formulier heeft deze vragen niet: %(gone)s. Wel: %(there)s.")
            yield "formulier", words % {"gone": ", ".join(gone), "there": ", ".join(formulier.vragen)}
    named = {zone for text in list_named(soort, "zones") for zone in read_zones(str(text))}
    known = set(Zone.objects.filter(code__in=named).values_list("code", flat=True))
    if named - known:
        words = _("Deze zones zijn er niet: %(zones)s. Maak ze eerst, onder Zones.")
        yield "beslisregels", words % {"zones": ", ".join(sorted(named - known))}


def find_lacking(*, zaaktype: str, besluittype: str, resultaat: str) -> Iterator[Fout]:
    """The names that this zaaktype does not have. Errors: `RegisterError`."""
    if not besluittype and not resultaat:
        return
    found = get_zaaktype(zaaktype)
    if found is None:
        yield "zaaktype", _("Dit zaaktype is er niet, of geldt nu niet.")
        return
    besluiten = [each.omschrijving.nl for each in found.besluittypen]
    if besluittype and besluittype not in besluiten:
        yield "besluittype", _lacks(besluiten)
    resultaten = [each.omschrijving.nl for each in found.resultaattypen]
    if resultaat and resultaat not in resultaten:
        yield "resultaat", _lacks(resultaten)


def _lacks(there: list[str]) -> str:
    if not there:
        return _("Dit zaaktype heeft er geen. Laat het leeg.")
    return _("Dit zaaktype heeft dit niet. Wel: %(there)s.") % {"there": ", ".join(sorted(there))}
