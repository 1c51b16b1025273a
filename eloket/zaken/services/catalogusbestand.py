"""From the bytes of a file that somebody offers to the objects of a ZGW catalogus; whatever they are.

The export of Open Zaak is a zip with one JSON list for each kind of object, with keys in snake_case; the API
itself speaks camelCase. Both are read, and also one JSON file with those lists by name.
"""

import json
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zlib import error as zlib_error

from django.utils.translation import gettext as _

MB = 1024 * 1024
MAX_BYTES = 5 * MB  # a catalogus of three hundred zaaktypen is a tenth of this
MAX_UNPACKED = 10 * MB  # of all lists together
MAX_DEPTH = 12
MAX_OBJECTS = 50_000

Json = dict[str, Any]
#: What we read; each is a list in the file. The other names of the same list stand behind it.
SOORTEN = {
    "Catalogus": "catalogussen",
    "ZaakType": "zaaktypen",
    "StatusType": "statustypen",
    "ResultaatType": "resultaattypen",
    "RolType": "roltypen",
    "Eigenschap": "eigenschappen",
    "InformatieObjectType": "informatieobjecttypen",
    "BesluitType": "besluittypen",
    "ZaakTypeInformatieObjectType": "zaaktypeinformatieobjecttypen",
}


class BestandOnleesbaar(ValueError):
    """This file holds no catalogus that we can read. The text is for who offered it."""


def read_catalogusbestand(data: bytes) -> dict[str, list[Json]]:
    """The lists in this file by the names of `SOORTEN`, with keys in snake_case; a missing one is empty.

    Nothing in it is trusted: every list holds objects, and more is not known. Errors: `BestandOnleesbaar`.
    """
    if len(data) > MAX_BYTES:
        raise BestandOnleesbaar(_("Het bestand is groter dan 5 MB. Exporteer minder zaaktypen tegelijk."))
    found = _read_zip(data) if data.startswith(b"PK") else _read_json(data)
    lists = {soort: _to_objects(found.get(soort, [])) for soort in SOORTEN}
    if not lists["ZaakType"]:
        raise BestandOnleesbaar(
            _("In dit bestand staan geen zaaktypen. Kies de export van een catalogus, als zip of JSON.")
        )
    if sum(map(len, lists.values())) > MAX_OBJECTS:
        raise BestandOnleesbaar(_("Hier staat te veel in. Exporteer minder zaaktypen tegelijk."))
    return lists


def _read_zip(data: bytes) -> dict[str, Any]:
    """The lists that we know; a file in the zip is read up to what is left, whatever it says of its size."""
    found, left = {}, MAX_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for soort in SOORTEN:
                if f"{soort}.json" not in archive.NameToInfo:
                    continue
                with archive.open(f"{soort}.json") as member:
                    text = member.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise BestandOnleesbaar(_("Uitgepakt is dit te groot. Exporteer minder zaaktypen."))
                found[soort] = _parse(text)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib_error) as error:
        raise BestandOnleesbaar(
            _("Deze zip is beschadigd, of zit op slot met een wachtwoord. Exporteer de catalogus opnieuw.")
        ) from error
    return found


def _read_json(data: bytes) -> dict[str, Any]:
    found = _parse(data)
    if not isinstance(found, Mapping):
        raise BestandOnleesbaar(
            _("Dit is geen catalogus. Kies de export van een catalogus, als zip of JSON.")
        )
    by_name = {str(name).lower().removesuffix(".json"): value for name, value in found.items()}
    return {
        soort: next((by_name[name] for name in (soort.lower(), plural) if name in by_name), [])
        for soort, plural in SOORTEN.items()
    }


def _parse(data: bytes) -> Any:
    """The JSON in these bytes, without anything that a database cannot keep."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
        if _depth(found) > MAX_DEPTH or not _is_clean(found):
            raise ValueError("too deep, or with characters that no database keeps")
    except (ValueError, RecursionError) as error:
        raise BestandOnleesbaar(_("Dit bestand is geen JSON die wij kunnen lezen.")) from error
    return found


def _is_clean(found: Any) -> bool:
    """Half a character and NaN are a ValueError already."""
    return b"\\u0000" not in json.dumps(found, ensure_ascii=False, allow_nan=False).encode()


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(each) for each in inner), default=0)


def _to_objects(value: Any) -> list[Json]:
    """The objects of a list, or of the page of an API, or of one object."""
    if isinstance(value, Mapping):
        value = value.get("results", [value])
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise BestandOnleesbaar(_("Dit bestand is beschadigd of met de hand veranderd."))
    return [_snake(each) for each in value]


def _snake(found: Mapping[str, Any]) -> Json:
    """camelCase keys as snake_case, one level deep and in what is nested in it."""
    return {
        re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", str(key)).lower(): (
            _snake(value) if isinstance(value, Mapping) else value
        )
        for key, value in found.items()
    }
