"""Whether JSON from elsewhere has the shape of a form, before anything else looks at it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

# A key with a question mark may be left out, or be null. A list holds any number of its one shape.
TEKST: dict[str, Any] = {"nl": str, "en?": str}
OPTIE = {"waarde": str, "label": TEKST}
VRAAG = {
    "soort": str,
    "sleutel": str,
    "label": TEKST,
    "hulp?": TEKST,
    "verplicht?": bool,
    "eigenschap?": str,
    "informatieobjecttype?": str,
    "opties?": [OPTIE],
    "instellingen?": dict,
}
VELD = {**VRAAG, "velden?": [VRAAG]}
STAP = {"sleutel": str, "titel": TEKST, "uitleg?": TEKST, "velden": [VELD]}
REGEL = {
    "actie": str,
    "combinatie?": str,
    "voorwaarden": [{"veld": str, "operator": str, "waarden?": [str]}],
    "doel?": str,
    "waarde?": str,
    "titel?": TEKST,
    "tekst?": TEKST,
    "product?": str,
}
FORMULIER = {
    "slug": str,
    "titel": TEKST,
    "inleiding?": TEKST,
    "nodig?": TEKST,
    "duur_minuten?": int,
    "vervolg?": TEKST,
    "verklaring?": TEKST,
    "niveau": int,
    "zaaktype?": str,
    "tarief?": str,
    "ongevoelig?": bool,
    "middelen?": [str],
    "alleen_zelf?": bool,
    "waarvoor?": str,
    "stappen": [STAP],
    "regels": [REGEL],
}


def find_vormfouten(value: Any, vorm: Any = FORMULIER, plek: str = "") -> Iterator[str]:
    """Where `value`, in the newest schema, is not what stands there in a form; one sentence each."""
    if isinstance(vorm, dict) and isinstance(value, dict):
        yield from _check_keys(value, vorm, plek)
    elif isinstance(vorm, list) and isinstance(value, list):
        for nummer, each in enumerate(value, 1):
            yield from find_vormfouten(each, vorm[0], f"{plek} {nummer}")
    elif not isinstance(vorm, type) or type(value) is not vorm:  # `True` is no number here
        yield _("%(plek)s: hier staat iets anders dan in een formulier hoort.") % {
            "plek": plek.strip() or _("het bestand")
        }


def _check_keys(value: dict[str, Any], vorm: dict[str, Any], plek: str) -> Iterator[str]:
    for name, inner in vorm.items():
        key, optional = name.rstrip("?"), name.endswith("?")
        where = f"{plek} {key}"
        if value.get(key) is not None:
            yield from find_vormfouten(value[key], inner, where)
        elif not optional:
            yield _("%(plek)s ontbreekt.") % {"plek": where.strip()}
