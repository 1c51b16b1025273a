"""From a Bericht row to the words that go out."""

from django.conf import settings

from eloket.berichten.backends.base import Bijlage, Uitgaand
from eloket.berichten.models import Bericht, Berichtsjabloon
from eloket.berichten.soorten import SOORTEN
from eloket.berichten.woorden import write_words
from eloket.bestanden.services import BestandNotFound, read_bestand

DELEN = ("onderwerp", "tekst", "knop")


def write_out(bericht: Bericht) -> Uitgaand:
    """Subject, text and HTML in the language of the receiver, in the redacteur's words where there are."""
    bijlage = _read_bijlage(bericht.bijlage)
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


def _complete(gegevens: dict[str, str]) -> dict[str, str]:
    """A path becomes a whole address."""
    link = gegevens.get("link", "")
    return {**gegevens, "link": f"{settings.ELOKET_BASIS_URL}{link}" if link.startswith("/") else link}
