"""What must be done with a zaak, and by when: the first thing that a behandelaar reads."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from eloket.zaken.services import Dossier, Verzoek, get_datums, last_day_buiten_behandeling


@dataclass(frozen=True, slots=True)
class Taak:
    """One thing to do. `url` and `knop`: where; `verzoek`: an answer to tick off, or ""."""

    tekst: str
    knop: str = ""
    url: str = ""
    verzoek: str = ""
    dringend: bool = False


def list_taken(dossier: Dossier, *, vandaag: date) -> list[Taak]:
    """The most urgent first; none for a zaak that is closed and complete."""
    found = [
        *_late(dossier, vandaag),
        *(_of_verzoek(each, vandaag) for each in dossier.verzoeken if each.wants_attention(vandaag)),
        *_unknown_besluiten(dossier),
        *_waits(dossier, vandaag),
    ]
    return found if dossier.zaak.is_open else _unknown_besluiten(dossier)


def _late(dossier: Dossier, vandaag: date) -> list[Taak]:
    datums = get_datums(dossier.zaak, vandaag=vandaag)
    if datums.uiterlijk is None or datums.staat_stil or not dossier.zaak.is_open:
        return []
    if vandaag > datums.uiterlijk:
        told = _("U bent te laat: dit moest klaar zijn op %s.") % _words(datums.uiterlijk)
        return [Taak(told, dringend=True)]
    return [Taak(_("Beslis uiterlijk op %s.") % _words(datums.uiterlijk))]


def _of_verzoek(verzoek: Verzoek, vandaag: date) -> Taak:
    last = last_day_buiten_behandeling(verzoek, vandaag=vandaag)
    until = _words(last) if last else ""
    if verzoek.is_beantwoord:
        told = _(
            "De inwoner heeft geantwoord. Bekijk of het genoeg is. Is het dat niet, dan mag u de aanvraag"
            " tot en met %s buiten behandeling stellen (Awb 4:5)."
        )
    else:
        told = _(
            "De inwoner heeft niet op tijd geantwoord. De klok loopt weer. U mag de aanvraag"
            " tot en met %s buiten behandeling stellen (Awb 4:5)."
        )
    return Taak(told % until, verzoek=verzoek.id, dringend=True)


def _unknown_besluiten(dossier: Dossier) -> list[Taak]:
    if all(each.verzenddatum for each in dossier.besluiten):
        return []
    url = reverse("zaken:handeling", args=[dossier.zaak.identificatie, "bekendmaken"])
    return [Taak(_("Er is een besluit dat de inwoner nog niet kent."), _("Maak het besluit bekend"), url)]


def _waits(dossier: Dossier, vandaag: date) -> list[Taak]:
    last = dossier.zaak.hersteltermijn
    if last is None or vandaag > last:
        return []
    return [Taak(_("U wacht op antwoord van de inwoner, tot en met %s.") % _words(last))]


def _words(day: date) -> str:
    return date_format(day, "j F Y")
