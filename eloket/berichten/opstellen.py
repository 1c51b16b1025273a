"""From a Bericht row to the words that go out."""

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string

from eloket.berichten.backends.base import Bijlage, Uitgaand
from eloket.berichten.models import Bericht, Berichtsjabloon, Kanaal
from eloket.berichten.soorten import SOORTEN
from eloket.berichten.woorden import write_paper, write_words
from eloket.bestanden.services import BestandNotFound, read_bestand
from eloket.lib.pdf import write_pdf

DELEN = ("onderwerp", "tekst", "knop")


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter to print, as PDF."""

    naam: str
    inhoud: bytes = field(repr=False)


def write_letter(bericht: Bericht, *, datum: date) -> Brief:
    """The same words on paper. `datum`: the day of the letter. Errors: `PdfUnavailable`."""
    gegevens = _complete(bericht.gegevens)
    eigen = _read_eigen(bericht.sjabloon, bericht.taal)
    html = write_paper(SOORTEN[bericht.sjabloon], eigen, gegevens, taal=bericht.taal, datum=datum)
    return Brief(f"brief-{bericht.zaak}.pdf", write_pdf(html, render_to_string("berichten/brief.css")))


def has_letter(bericht: Bericht) -> bool:
    """Can the letter be made here? That about a zaak is written in the zaak; other words are for a screen."""
    is_for_paper = bericht.kanaal == Kanaal.BRIEF and bool(bericht.gegevens.get("to"))
    return is_for_paper or bool(bericht.gegevens.get("letter"))


def write_out(bericht: Bericht) -> Uitgaand:
    """Subject, text and HTML in the language of the receiver, in the redacteur's words where there are."""
    bijlage = _read_bijlage(bericht.bijlage) or _read_agenda(bericht)
    words = write_words(
        SOORTEN[bericht.sjabloon],
        _read_eigen(bericht.sjabloon, bericht.taal),
        _complete(bericht.gegevens),
        taal=bericht.taal,
        uiterlijk=bericht.uiterlijk,
        bijlage=bijlage is not None,
    )
    return Uitgaand(
        id=str(bericht.pk),
        adres=bericht.adres,
        onderwerp=words.onderwerp,
        tekst=words.tekst,
        html=words.html,
        taal=bericht.taal,
        created_at=bericht.created_at,
        bijlage=bijlage,
    )


def _read_eigen(sjabloon: str, taal: str) -> dict[str, str]:
    """The published words of a redacteur per part; empty ones stand for the default."""
    row = Berichtsjabloon.objects.filter(soort=sjabloon, live=True).first()
    return {deel: row.words(deel, taal) for deel in DELEN} if row else {}


def _read_bijlage(id: str) -> Bijlage | None:
    """The file that goes along; a mail without it is better than none."""
    try:
        inhoud = read_bestand(id) if id else None
    except BestandNotFound:
        return None
    return Bijlage(inhoud.naam, inhoud.mimetype, inhoud.inhoud) if inhoud else None


def _read_agenda(bericht: Bericht) -> Bijlage | None:
    """The entry for somebody's own calendar, named after what it is about."""
    text = bericht.gegevens.get("agenda", "")
    return Bijlage(f"afspraak-{bericht.zaak}.ics", "text/calendar", text.encode()) if text else None


def _complete(gegevens: dict[str, str]) -> dict[str, str]:
    """A path becomes a whole address."""
    link = gegevens.get("link", "")
    return {**gegevens, "link": f"{settings.ELOKET_BASIS_URL}{link}" if link.startswith("/") else link}
