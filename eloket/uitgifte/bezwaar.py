"""What somebody may do against a besluit about their product, in words: Awb 3:45 and 6:5, AVG 22."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.uitgifte.models import Hoedanigheid, UitgegevenProduct, Wijziging
from eloket.website.services import get_instellingen


def write_besluitbrief(product: UitgegevenProduct, line: Wijziging) -> str:
    """The paragraphs that make a letter a besluit: what it is about, why, and how to object."""
    with override(product.taal):
        about = _("Het gaat om: %(naam)s.") % {"naam": product.soort.titel}
        why = _("Waarom: %(reden)s") % {"reden": line.reden} if line.reden else ""
        return "\n\n".join(filter(None, [about, why, *list_rechten(line.als), tell_how()]))


def list_rechten(als: str) -> list[str]:
    """Where a rule decided: that it was a rule, and that a person will look when asked."""
    if als != Hoedanigheid.REGEL:
        return []
    words = _(
        "Een computer nam dit besluit met een vaste regel. Klopt het niet? Bel ons. "
        "Dan kijkt een medewerker ernaar."
    )
    return [words]


def tell_how() -> str:
    """How to object by post; counted from the day of the letter, whenever that goes."""
    gemeente = get_instellingen()
    words = _(
        "Bent u het er niet mee eens? Stuur ons dan een brief binnen zes weken na de datum van deze brief. "
        "Dat heet bezwaar maken. Zet in uw brief: uw naam en adres, de datum, de code van het document en "
        "waarom u het er niet mee eens bent. Zet uw handtekening eronder. Stuur uw brief naar: %(adres)s"
    )
    adres = ", ".join([gemeente.naam, *gemeente.adres.splitlines()])
    return words % {"adres": adres}
