"""As what somebody acts for somebody else: a machtiging, a judge's decision, or a business in between."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Hoedanigheid(models.TextChoices):
    """The words stand behind a name: "Piet Willemsen, bewindvoerder"."""

    GEMACHTIGDE = "gemachtigde", _("gemachtigde")
    BEWINDVOERDER = "bewindvoerder", _("bewindvoerder")
    CURATOR = "curator", _("curator")
    MENTOR = "mentor", _("mentor")
    VERTEGENWOORDIGER = "vertegenwoordiger", _("wettelijk vertegenwoordiger")
    INTERMEDIAIR = "intermediair", _("intermediair")


# Words that brokers use for the same.
_WOORDEN = {
    "bewind": Hoedanigheid.BEWINDVOERDER,
    "bewindvoering": Hoedanigheid.BEWINDVOERDER,
    "curatele": Hoedanigheid.CURATOR,
    "mentorschap": Hoedanigheid.MENTOR,
    "ketenmachtiging": Hoedanigheid.INTERMEDIAIR,
}


def read_hoedanigheid(text: str) -> Hoedanigheid | None:
    """What a claim calls it; None for nothing, and for a word that we do not know."""
    word = text.strip().lower()
    return Hoedanigheid(word) if word in Hoedanigheid.values else _WOORDEN.get(word)
