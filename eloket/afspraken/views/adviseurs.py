"""With whom: an adviseur by name, or whoever is free first."""

from dataclasses import replace

from django.utils.translation import gettext as _

from eloket.afspraken.keuze import Keuze
from eloket.afspraken.services.zoeken import list_adviseurs
from eloket.afspraken.views.scherm import Loket
from eloket.website.services import Link


def list_links(loket: Loket, keuze: Keuze) -> list[Link]:
    """The same page for each of them; none where nobody is chosen by name."""
    found = list_adviseurs(keuze.to_bezoek(loket.bereik), keuze.plaats)
    names = [("", _("Maakt niet uit")), *((each.sleutel, each.naam) for each in found)] if found else []
    return [
        Link(
            naam,
            loket.url("tijd", replace(keuze.whole_agenda(), agenda=sleutel)),
            huidig="true" if sleutel == keuze.agenda else "",
        )
        for sleutel, naam in names
    ]
