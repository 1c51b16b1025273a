"""From a Bericht row to the words that go out."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from eloket.berichten.backends.base import Bijlage, Uitgaand
from eloket.berichten.models import Bericht
from eloket.bestanden.services import BestandNotFound, read_bestand
from eloket.website.services import get_instellingen


def write_out(bericht: Bericht) -> Uitgaand:
    """Subject, text and HTML in the language of the receiver, from `templates/berichten/<sjabloon>.*`."""
    with override(bericht.taal):
        bijlage = _read_bijlage(bericht.bijlage)
        context = {
            **_known(bericht.gegevens),
            "gemeente": get_instellingen(),
            "taal": bericht.taal,
            "bijlage": bijlage is not None,
        }
        subject, text, html = (
            render_to_string(f"berichten/{bericht.sjabloon}{part}", context)
            for part in (".onderwerp.txt", ".txt", ".html")
        )
    return Uitgaand(
        id=str(bericht.pk),
        adres=bericht.adres,
        onderwerp=" ".join(subject.split()),
        tekst=text.strip() + "\n",
        html=html,
        taal=bericht.taal,
        created_at=bericht.created_at,
        bijlage=bijlage,
    )


def _read_bijlage(id: str) -> Bijlage | None:
    """The file that goes along; a mail without it is better than none."""
    try:
        inhoud = read_bestand(id) if id else None
    except BestandNotFound:
        return None
    return Bijlage(inhoud.naam, inhoud.mimetype, inhoud.inhoud) if inhoud else None


def _known(gegevens: dict[str, str]) -> dict[str, str]:
    """What every template may use; a key that was not given is empty. A path becomes a whole address."""
    known = {"reference": "", "product": "", "date": "", "link": "", "code": "", **gegevens}
    if known["link"].startswith("/"):
        known["link"] = f"{settings.ELOKET_BASIS_URL}{known['link']}"
    return known
