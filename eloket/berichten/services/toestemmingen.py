"""Consent for formal messages by digital way (Awb 2:8): to which words, when, and when it was taken back."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eloket.berichten.models import Toestemming
from eloket.berichten.soorten import Aard
from eloket.lib.partij import Identificerend, zoeksleutel, zoeksleutels

# The words that somebody agrees to. Other words are a new version: add it, and leave the old one as proof.
VERSIE = "2026-1"
WOORDEN: Mapping[str, Mapping[str, Promise]] = {
    "2026-1": {
        Aard.BESLUIT: _(
            "Ik wil besluiten digitaal krijgen, in Mijn zaken. Ik krijg er een e-mail over en geen brief."
        ),
        Aard.VERZOEK: _(
            "Ik wil vragen om meer informatie digitaal krijgen, in Mijn zaken. "
            "Ik krijg er een e-mail over en geen brief."
        ),
    }
}
FORMEEL = tuple(aard for aard in Aard if aard.formeel)


def has_toestemming(persoon: Identificerend, aard: str) -> bool:
    """Does this person want this kind of message digitally, by the last thing they said of it?"""
    last = _last(persoon, aard)
    return last is not None and last.gegeven


def list_toestemmingen(persoon: Identificerend) -> dict[str, Toestemming | None]:
    """Per kind of formal message the last thing that was said of it; None when nothing was."""
    return {aard.value: _last(persoon, aard) for aard in FORMEEL}


def set_toestemming(persoon: Identificerend, aard: str, *, gegeven: bool, now: datetime) -> bool:
    """Record that they agree, or no longer; False when they had said so already."""
    if has_toestemming(persoon, aard) == gegeven:
        return False
    Toestemming.objects.create(
        persoon=zoeksleutel(persoon), aard=aard, gegeven=gegeven, versie=VERSIE, at=now
    )
    return True


def _last(persoon: Identificerend, aard: str) -> Toestemming | None:
    rows = Toestemming.objects.filter(persoon__in=zoeksleutels(persoon), aard=aard)
    return rows.order_by("-at", "-pk").first()
