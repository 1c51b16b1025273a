"""From the bytes of a file that somebody offers to JSON of a form; whatever they are."""

import json
from typing import Any

from django.utils.translation import gettext as _

from eloket.formulieren.definitie import SCHEMA, InvalidDefinitie, Json, upgrade
from eloket.formulieren.definitie.vormfout import find_vormfouten

MAX_BYTES = 1_000_000  # a form of 20 steps with 20 questions each is a fifth of this
MAX_DEPTH = 20
MAX_TOLD = 10


class BestandOnleesbaar(ValueError):
    """This file holds no form that this version can read. The text is for who offered it."""


def read_formulierbestand(data: bytes) -> Json:
    """The form in this file, in the newest schema and of the right shape. Errors: `BestandOnleesbaar`."""
    if len(data) > MAX_BYTES:
        raise BestandOnleesbaar(too_large())
    inhoud = _parse(data)
    if not isinstance(inhoud, dict) or "stappen" not in inhoud or "schema" not in inhoud:
        raise BestandOnleesbaar(_("Dit is geen formulier. Kies een bestand dat u hebt geëxporteerd."))
    newest = _upgrade(inhoud)
    wrong = list(find_vormfouten(newest))[:MAX_TOLD]
    if wrong:
        raise BestandOnleesbaar(" ".join([_("Dit bestand is beschadigd of met de hand veranderd."), *wrong]))
    return newest


def too_large() -> str:
    return _("Het bestand is groter dan 1 MB. Een formulier is veel kleiner: kies een ander bestand.")


def _parse(data: bytes) -> Any:
    """The JSON in these bytes, without anything that a database cannot keep."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
        if _depth(found) > MAX_DEPTH or not _is_clean(found):
            raise ValueError("too deep, or with characters that no database keeps")
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise BestandOnleesbaar(
            _("Dit bestand is geen JSON die wij kunnen lezen. Kies een bestand dat u hebt geëxporteerd.")
        ) from error
    return found


def _is_clean(found: Any) -> bool:
    """Half a character and NaN are a ValueError already."""
    text = json.dumps(found, ensure_ascii=False, allow_nan=False)
    return b"\\u0000" not in text.encode()


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(each) for each in inner), default=0)


def _upgrade(inhoud: Json) -> Json:
    number = inhoud["schema"]
    if type(number) is int and number > SCHEMA:
        raise BestandOnleesbaar(
            _(
                "Dit formulier komt uit een nieuwere versie van eloket (schema %(nieuw)d; deze kent tot en "
                "met %(oud)d). Werk eloket eerst bij."
            )
            % {"nieuw": number, "oud": SCHEMA}
        )
    try:
        return upgrade(inhoud)
    except (InvalidDefinitie, TypeError) as error:
        raise BestandOnleesbaar(_("Wij kennen het schema van dit formulier niet.")) from error
