"""A form without login that must know who asks: which of its questions prove that.

The first question for an e-mail address is then always required and confirmed with a code; for a vereniging
the first one for a KvK number is required. A redacteur need not remember to say so.
"""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.accounts.services import Niveau
from eloket.formulieren.definitie.regel import Actie
from eloket.formulieren.definitie.vorm import Definitie, Stap, Veld

# What each level without login asks: the type of the question, and the settings that it always has.
VRAGEN: dict[int, dict[str, dict[str, object]]] = {
    Niveau.EMAIL: {"email": {"bevestigen": True}},
    Niveau.VERENIGING: {"email": {"bevestigen": True}, "kvk": {}},
}


ONTBREEKT = {
    "email": gettext_lazy(
        "Wij herkennen de invuller aan een e-mailadres. Zet een vraag van de soort “E-mailadres” erin."
    ),
    "kvk": gettext_lazy(
        "Wij herkennen een vereniging aan haar KvK-nummer. Zet een vraag van de soort “KvK-nummer” erin."
    ),
}


def find_bewijs(stappen: tuple[Stap, ...], niveau: int) -> dict[str, Veld]:
    """The question of each type that this level asks, as far as the form has one."""
    found: dict[str, Veld] = {}
    for veld in (veld for stap in stappen for veld in stap.velden):
        if veld.soort in VRAGEN.get(niveau, {}):
            found.setdefault(veld.soort, veld)
    return found


def require_bewijs(stappen: tuple[Stap, ...], niveau: int) -> tuple[Stap, ...]:
    """The same steps, with those questions required and confirmed. Other levels change nothing."""
    keys = {veld.sleutel: VRAGEN[niveau][soort] for soort, veld in find_bewijs(stappen, niveau).items()}
    if not keys:
        return stappen
    return tuple(
        replace(stap, velden=tuple(_require(veld, keys) for veld in stap.velden)) for stap in stappen
    )


def _require(veld: Veld, keys: dict[str, dict[str, object]]) -> Veld:
    if veld.sleutel not in keys:
        return veld
    return replace(veld, verplicht=True, instellingen={**veld.instellingen, **keys[veld.sleutel]})


def find_bewijsfouten(definitie: Definitie) -> list[str]:
    """What keeps this form from knowing who asks, in sentences for the redacteur."""
    found = find_bewijs(definitie.stappen, definitie.niveau)
    missing = [ONTBREEKT[soort] for soort in VRAGEN.get(definitie.niveau, {}) if soort not in found]
    hidden = {regel.doel for regel in definitie.regels if regel.actie in (Actie.TOON_VELD, Actie.TOON_STAP)}
    message = _(
        "De vraag “%(vraag)s” vertelt wie dit invult. Haal de regel weg die deze vraag of haar stap verbergt."
    )
    away = [
        message % {"vraag": veld.label.nl}
        for stap in definitie.stappen
        for veld in stap.velden
        if veld in found.values() and hidden & {veld.sleutel, stap.sleutel}
    ]
    return [*(str(words) for words in missing), *away]
