"""From words with variables to a subject, a text and an HTML page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import override

from eloket.berichten.invullen import fill, to_alineas
from eloket.berichten.soorten import GEGEVENS, Aard, Soort
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

    Sender, nature and last day stand in every message about a zaak or a product, whatever a redacteur wrote:
    the law asks for them. `gegevens["link"]` is a whole address, or empty.
    """
    with override(taal):
        context = {
            **_fill_in(soort, eigen, gegevens),
            "bijlage": str(soort.bijlage or "") if bijlage else "",
            "aard": Aard(soort.aard).label if soort.in_mijn_zaken else "",
            "uiterlijk": date_format(uiterlijk, "l j F Y") if uiterlijk else "",
            "bel": soort.in_mijn_zaken and not gegevens.get("link"),
            "taal": taal,
        }
        return Geschreven(
            onderwerp=str(context["onderwerp"]),
            tekst=render_to_string("berichten/bericht.txt", context).strip() + "\n",
            html=render_to_string("berichten/bericht.html", context),
        )


def write_paper(
    soort: Soort, eigen: Mapping[str, str], gegevens: Mapping[str, str], *, taal: str, datum: date
) -> str:
    """The HTML of a letter with the same words; where a mail has a button it has the address to type.

    `gegevens` also holds, when they are known, the lines of name and address (`to`) and what may stand in a
    letter only (`letter`, paragraphs). `datum`: the day of the letter.
    """
    with override(taal):
        context = {
            **_fill_in(soort, eigen, gegevens),
            "aan": gegevens.get("to", ""),
            "besluit": gegevens.get("letter", ""),
            "datum": datum,
            "taal": taal,
        }
        return render_to_string("berichten/brief.html", context)


def _fill_in(soort: Soort, eigen: Mapping[str, str], gegevens: Mapping[str, str]) -> dict[str, Any]:
    """What every form of a message shows, in the active language."""
    gemeente, link = get_instellingen(), gegevens.get("link", "")
    waarden = {naam: gegevens.get(key, "") for naam, key in GEGEVENS.items()}
    waarden |= {"gemeente": gemeente.naam, "telefoon": gemeente.telefoon}
    knop = fill(eigen.get("knop") or str(soort.knop or ""), waarden)
    return {
        "onderwerp": " ".join(fill(eigen.get("onderwerp") or str(soort.onderwerp), waarden).split()),
        "alineas": to_alineas(eigen.get("tekst") or soort.tekst, waarden, knop=bool(link and knop)),
        "knop": knop,
        "link": link,
        "nummer": waarden["nummer"],
        "gemeente": gemeente,
    }
