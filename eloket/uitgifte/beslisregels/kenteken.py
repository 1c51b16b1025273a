"""The rule about the vehicle: it is of who asks, or leased by them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.beslisregels.basis import Beslisregel, Feit, Feiten, Uitslag, Zin, in_two_languages
from eloket.uitgifte.regels.tenaamstelling import Tenaamstelling

UITLEG = {
    Tenaamstelling.EIGEN: _("Het kenteken staat op uw naam."),
    Tenaamstelling.LEASE: _("De auto is van een leasebedrijf, en u rijdt erin."),
    Tenaamstelling.ANDER: _(
        "Het kenteken staat niet op uw naam. Een medewerker kijkt of u de auto mag gebruiken."
    ),
    Tenaamstelling.ONBEKEND: _(
        "Wij konden niet zien op wiens naam het kenteken staat. Een medewerker kijkt dat na."
    ),
}
UITSLAG = {
    Tenaamstelling.EIGEN: Uitslag.GOED,
    Tenaamstelling.LEASE: Uitslag.GOED,
    Tenaamstelling.ANDER: Uitslag.TWIJFEL,
    Tenaamstelling.ONBEKEND: Uitslag.ONBEKEND,
}


class KentekenVanAanvrager(Beslisregel):
    naam = "kenteken_van_aanvrager"
    label = _("Het kenteken is van de aanvrager, of de auto is geleast")
    nodig = frozenset({Feit.KENTEKEN})

    def describe(self, instellingen: Mapping[str, Any]) -> Zin:
        return in_two_languages(_("Het kenteken staat op uw naam, of u rijdt in een leaseauto."))

    def judge(self, feiten: Feiten, instellingen: Mapping[str, Any]) -> tuple[Uitslag, Zin]:
        found = feiten.tenaamstelling
        return UITSLAG[found], in_two_languages(UITLEG[found])
