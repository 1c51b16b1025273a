"""From words with variables to a subject, a text and an HTML page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import override

from eloket.berichten.invullen import fill, to_alineas
from eloket.berichten.soorten import GEGEVENS, Aard, Soort, Voor
from eloket.website.services import get_instellingen


@dataclass(frozen=True, slots=True)
class Geschreven:
    """A message in words."""

    onderwerp: str
    tekst: str
    html: str


def write_words(
    soort: Soort,
    eigen: Mapping[str, str],
    gegevens: Mapping[str, str],
    *,
    taal: str,
    uiterlijk: date | None = None,
    bijlage: bool = False,
) -> Geschreven:
    """Subject, text and HTML in this language. `eigen`: the redacteur's words per part, "" for the default.

    Sender, nature and last day stand in every message about a zaak, whatever the redacteur wrote: the law
    asks for them. `gegevens["link"]` is a whole address, or empty.
    """
    with override(taal):
        gemeente = get_instellingen()
        waarden = {naam: gegevens.get(key, "") for naam, key in GEGEVENS.items()}
        waarden |= {"gemeente": gemeente.naam, "telefoon": gemeente.telefoon}
        link, over_zaak = gegevens.get("link", ""), soort.voor == Voor.ZAAK
        knop = fill(eigen.get("knop") or str(soort.knop or ""), waarden)
        onderwerp = " ".join(fill(eigen.get("onderwerp") or str(soort.onderwerp), waarden).split())
        context = {
            "onderwerp": onderwerp,
            "alineas": to_alineas(eigen.get("tekst") or soort.tekst, waarden, knop=bool(link and knop)),
            "knop": knop,
            "link": link,
            "bijlage": str(soort.bijlage or "") if bijlage else "",
            "aard": Aard(soort.aard).label if over_zaak else "",
            "uiterlijk": date_format(uiterlijk, "l j F Y") if uiterlijk else "",
            "bel": over_zaak and not link,
            "nummer": waarden["nummer"],
            "gemeente": gemeente,
            "taal": taal,
        }
        return Geschreven(
            onderwerp=onderwerp,
            tekst=render_to_string("berichten/bericht.txt", context).strip() + "\n",
            html=render_to_string("berichten/bericht.html", context),
        )
