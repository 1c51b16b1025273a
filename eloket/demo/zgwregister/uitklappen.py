"""`expand`: what a URL points at comes along in `_expand`, when its parent is named too."""

from typing import Any

from eloket.demo.zgwregister.register import Register, id_of
from eloket.demo.zgwregister.vraag import Json, refuse

KNOWN = {
    "zaaktype": "zaaktypen",
    "status": "statussen",
    "resultaat": "resultaten",
    "rollen": "rollen",
    "eigenschappen": "zaakeigenschappen",
    "zaakobjecten": "zaakobjecten",
    "hoofdzaak": "zaken",
    "deelzaken": "zaken",
}
DEEPER = {
    "status": {"statustype": "statustypen"},
    "resultaat": {"resultaattype": "resultaattypen"},
    "rollen": {"roltype": "roltypen"},
}


def read_expand(value: Any) -> set[str]:
    """The paths that were asked. Errors: `Fout` 400 for one that does not exist."""
    names = value if isinstance(value, list) else str(value).split(",")
    paths = {str(name).strip() for name in names if str(name).strip()}
    for path in paths:
        first, _, second = path.partition(".")
        if first not in KNOWN or (second and second not in DEEPER.get(first, {})):
            raise refuse("expand", "invalid_choice", f"{path} is geen geldige keuze.")
    return paths


def expand(register: Register, zaak: Json, paths: set[str]) -> Json:
    """The zaak with what was asked. A child whose parent was not asked stays away, without a word."""
    found: Json = {}
    for name in sorted(path for path in paths if "." not in path):
        target = zaak.get(name)
        if isinstance(target, list):
            found[name] = [_one(register, name, url, paths) for url in target]
        elif target:
            found[name] = _one(register, name, target, paths)
    return {**zaak, "_expand": found}


def _one(register: Register, name: str, url: str, paths: set[str]) -> Json:
    row = register.get(KNOWN[name], id_of({"url": url}))
    inside: Json = {}
    for child, soort in DEEPER.get(name, {}).items():
        if f"{name}.{child}" in paths:
            inside[child] = register.follow(soort, row[child], child)
    return {**row, "_expand": inside} if inside else dict(row)
