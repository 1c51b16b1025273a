"""The official descriptions of ZGW: whether a call and its answer are as they say."""

import json
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from eloket.demo.zgwregister.vraag import Antwoord, Vraag

FILES = {
    "zaken": "zaken-1.5.1.yaml",
    "catalogi": "catalogi-1.3.1.yaml",
    "documenten": "documenten-1.4.2.yaml",
    "besluiten": "besluiten-1.0.2.yaml",
    "notificaties": "notificaties-1.0.0.yaml",
}
#: Where the description is wrong: the standard says a list in words, and every server gives one. Likewise
#: `auth` of an abonnement is write-only by its own text, and yet required in the answer.
LIJSTEN = (("catalogi-ZaakType", "informatieobjecttypen"), ("catalogi-InformatieObjectType", "zaaktypen"))
#: What Open Zaak has besides, and the standard has not.
RUIM = {"/zaaknummer_reserveren", "pageSize", "objectinformatieobjecten__object"}
#: In `_zoek` the standard has a text for these, and Open Zaak a list.
LIJSTEN_IN_ZOEK = ("ordering", "expand")
RUIME_ROLLEN = re.compile(
    r"rol__betrokkeneIdentificatie__nietNatuurlijkPersoon__(kvkNummer|vestigingsNummer)"
)


def folder() -> Path:
    """Where the descriptions are; the test is skipped, by name, where they are not."""
    shared = os.environ.get("ELOKET_SHARED_DATA") or Path(__file__).parents[2].parent / "shared" / "data"
    path = Path(shared) / "oas"
    if not path.is_dir():
        if os.environ.get("CI") == "true" or os.environ.get("ELOKET_COMPONENTEN_VERPLICHT") == "1":
            pytest.fail(f"the descriptions of ZGW are missing in {path}")
        pytest.skip("the official descriptions of ZGW (shared/data/oas) are not on this machine")
    return path


@lru_cache
def read_api(api: str) -> dict[str, Any]:
    with (folder() / FILES[api]).open() as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


class Beschrijving:
    """Checks exchanges with the small server. `ruim`: what Open Zaak does besides is let through."""

    def __init__(self, *, ruim: bool) -> None:
        self.ruim = ruim
        self.checked = 0
        self.wrong: list[str] = []
        for inwards in (True, False):  # now, and not while somebody waits for an answer
            _definitions(inwards)

    def see(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """A witness of the server: it may not raise, so it writes down what is wrong."""
        self.checked += 1
        self.wrong += [f"{vraag.method} {vraag.path}: {each}" for each in self._look(vraag, antwoord)]

    def _look(self, vraag: Vraag, antwoord: Antwoord) -> Iterator[str]:
        api, path = _split(vraag.path)
        if api not in FILES or (self.ruim and path in RUIM):
            return
        found = find_operation(api, vraag.method.lower(), path)
        if found is None:
            if antwoord.status < 404:
                yield "is not described"
            return
        template, operation = found
        if antwoord.status < 400:
            yield from self._look_at_query(operation, vraag)
            yield from _look_at_body(api, template, vraag, skipped=LIJSTEN_IN_ZOEK if self.ruim else ())
        if antwoord.status in (204, 304) or antwoord.media != "application/json":
            return
        schema = _answer_schema(operation, antwoord.status)
        if schema is None and antwoord.status < 400:
            yield f"{antwoord.status} is not described"
        elif schema is not None:
            yield from errors_of(
                api, f"{vraag.method} {template} {antwoord.status}", schema, _shortened(antwoord.content)
            )

    def _look_at_query(self, operation: dict[str, Any], vraag: Vraag) -> Iterator[str]:
        known = {each["name"] for each in operation.get("parameters", ()) if each.get("in") == "query"}
        for name in set(vraag.query) - known:
            if not (self.ruim and (name in RUIM or RUIME_ROLLEN.fullmatch(name))):
                yield f"asks for {name}"


def _shortened(content: Any) -> Any:
    """A page of five hundred says no more than its first rows."""
    rows = content.get("results") if isinstance(content, dict) else None
    return {**content, "results": rows[:20]} if rows else content


def _split(path: str) -> tuple[str, str]:
    _, api, _, _, rest = path.split("/", 4) if path.count("/") >= 4 else ("", "", "", "", "")
    return api, f"/{rest}"


@lru_cache(maxsize=2048)
def find_operation(api: str, method: str, path: str) -> tuple[str, dict[str, Any]] | None:
    paths = read_api(api)["paths"]
    # A fixed path before one with a hole in it.
    for template in sorted(paths, key=lambda name: name.count("{")):
        if method in paths[template] and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            return template, paths[template][method]
    return None


def _answer_schema(operation: dict[str, Any], status: int) -> Any:
    answer = operation["responses"].get(str(status)) or operation["responses"].get(status)
    content = (answer or {}).get("content", {})
    kind = content.get("application/json") or content.get("application/problem+json")
    return kind and kind["schema"]


def _look_at_body(api: str, template: str, vraag: Vraag, *, skipped: tuple[str, ...]) -> Iterator[str]:
    operation = read_api(api)["paths"][template][vraag.method.lower()]
    body = operation.get("requestBody", {})
    if "$ref" in body:
        body = read_api(api)["components"]["requestBodies"][body["$ref"].rsplit("/", 1)[1]]
    kind = body.get("content", {}).get("application/json")
    if kind and vraag.headers.get("content-type", "").startswith("application/json"):
        content = {key: value for key, value in vraag.json().items() if key not in skipped}
        yield from errors_of(api, f"{vraag.method} {template} body", kind["schema"], content, inwards=True)


_VALIDATORS: dict[str, Any] = {}


def errors_of(api: str, name: str, schema: Any, content: Any, *, inwards: bool = False) -> Iterator[str]:
    key = f"{api} {name}"
    if key not in _VALIDATORS:
        _VALIDATORS[key] = jsonschema_rs.Draft7Validator(_resolved(api, schema, inwards=inwards))
    for error in _VALIDATORS[key].iter_errors(content):
        yield f"{name}: {'.'.join(map(str, error.instance_path))}: {error.message[:200]}"


def _resolved(api: str, schema: Any, *, inwards: bool) -> dict[str, Any]:
    """One schema that stands on its own, in the words of JSON Schema."""
    plain = _plain(api, schema, inwards)
    return {**plain, "definitions": _reachable(plain, _definitions(inwards))}


def _reachable(plain: Any, known: dict[str, Any]) -> dict[str, Any]:
    """Only what it points at, directly or not: compiling all of them takes long."""
    found: dict[str, Any] = {}
    waiting = [plain]
    while waiting:
        for name in re.findall(r"#/definitions/([\w-]+)", json.dumps(waiting.pop())):
            if name not in found:
                found[name] = known[name]
                waiting.append(known[name])
    return found


@lru_cache
def _definitions(inwards: bool) -> dict[str, Any]:
    found = {}
    for api in FILES:
        for name, schema in read_api(api)["components"].get("schemas", {}).items():
            found[f"{api}-{name}"] = _plain(api, schema, inwards)
    for name, field in LIJSTEN:
        found[name]["properties"][field] = {"type": "array", "items": {"type": "string"}}
    if not inwards:
        found["notificaties-Abonnement"]["required"].remove("auth")
    return found


def _plain(api: str, node: Any, inwards: bool) -> Any:
    if isinstance(node, list):
        return [_plain(api, each, inwards) for each in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return {"$ref": f"#/definitions/{_target(api, node['$ref'])}"}
    # `discriminator` and `example` say nothing that can be checked; a default is no rule.
    skipped = (
        "nullable",
        "example",
        "discriminator",
        "default",
        "readOnly",
        "writeOnly",
        "deprecated",
        "xml",
    )
    plain = {key: _plain(api, value, inwards) for key, value in node.items() if key not in skipped}
    if inwards and isinstance(plain.get("required"), list):
        plain["required"] = [name for name in plain["required"] if not _is_read_only(node, name)]
    if "oneOf" in plain:  # an enumeration, and beside it one for the empty text
        plain["anyOf"] = plain.pop("oneOf")
    if not inwards and isinstance(plain.get("minLength"), int):
        del plain["minLength"]
    plain = _or_empty(plain)
    return {"anyOf": [plain, {"type": "null"}]} if node.get("nullable") is True else plain


def _or_empty(plain: dict[str, Any]) -> dict[str, Any]:
    """What is not there is an empty text, in every server and in the examples of the standard itself."""
    if plain.get("format") == "uri":
        return {
            "pattern": "^(https?://.+)?$",
            **{key: each for key, each in plain.items() if key != "format"},
        }
    if plain.get("format") == "email" or ("enum" in plain and plain.get("type") == "string"):
        return {"anyOf": [plain, {"const": ""}]}
    return plain


def _is_read_only(node: dict[str, Any], name: str) -> bool:
    field = node.get("properties", {}).get(name)
    return not isinstance(field, dict) or field.get("readOnly", False)


def _target(api: str, ref: str) -> str:
    """A description that points at another file means the catalogi of this folder."""
    where, _, name = ref.rpartition("#/components/schemas/")
    return f"{'catalogi' if where else api}-{name}"
