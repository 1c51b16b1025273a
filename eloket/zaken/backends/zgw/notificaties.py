"""Notificaties API 1.0.0: who may call us, what a message is about, and the abonnement that brings them."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eloket.zaken.backends.base import (
    Abonnement,
    InvalidMelding,
    Melding,
    Meldingsoort,
    RegisterMisconfigured,
    ZaakRejected,
)
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.instellingen import Instellingen
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding, rows_of

UUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
#: Sent when the abonnement is made; what it is about lies outside every API.
PROEF = "test"
VELDEN = ("kanaal", "hoofdObject", "resource", "resourceUrl", "actie", "aanmaakdatum")


@dataclass(frozen=True, slots=True)
class Kanaal:
    """What we want to hear on it. `kind`: of its hoofdObject; `resource` and `acties` empty: everything.

    `anders`: what the rest of it is to us; None: nothing.
    """

    api: str
    kind: str
    soort: Meldingsoort
    resource: str = ""
    acties: frozenset[str] = frozenset()
    anders: Meldingsoort | None = None

    def read(self, resource: str, actie: str) -> Meldingsoort | None:
        is_news = self.resource in ("", resource) and (not self.acties or actie in self.acties)
        return self.soort if is_news else self.anders


KANALEN = {
    # A status is set once. Whatever else changes in a zaak, our own writes too, is no news.
    "zaken": Kanaal(
        "zaken", "zaken", Meldingsoort.ZAAK, "status", frozenset({"create"}), anders=Meldingsoort.WIJZIGING
    ),
    # A besluit is often made known later than it is taken: then it is changed.
    "besluiten": Kanaal(
        "besluiten",
        "besluiten",
        Meldingsoort.BESLUIT,
        "besluit",
        frozenset({"create", "update", "partial_update"}),
    ),
    "zaaktypen": Kanaal("catalogi", "zaaktypen", Meldingsoort.CATALOGUS),
}


def admits(chosen: Instellingen, autorisatie: str) -> bool:
    """Nobody may, as long as no secret was set."""
    expected = make_autorisatie(chosen) if chosen.notificaties_geheim else ""
    # Both are hashed first, so that the time tells nothing of a length or of a text that is no ASCII.
    given = (hashlib.sha256(each.encode()).digest() for each in (autorisatie, expected))
    return hmac.compare_digest(*given) and bool(expected)


def make_autorisatie(chosen: Instellingen) -> str:
    return f"Bearer {chosen.notificaties_geheim}"


def read_melding(chosen: Instellingen, content: Mapping[str, Any]) -> Melding | None:
    """None for a test and for what asks nothing of us. Errors: `InvalidMelding`.

    Of the addresses in it only a uuid is kept, and only when they stand under a root of ours.
    """
    if content.get("kanaal") == PROEF:
        return None
    fields = {name: _text(content, name) for name in VELDEN}
    if not any(fields["hoofdObject"].startswith(f"{root}/") for root in chosen.roots.values()):
        raise InvalidMelding("hoofdObject staat niet onder een van de ingestelde API's")
    kanaal = KANALEN.get(fields["kanaal"])
    soort = kanaal.read(fields["resource"], fields["actie"]) if kanaal else None
    if kanaal is None or soort is None:
        return None
    return Melding(soort, _id_of(chosen, kanaal, fields["hoofdObject"]), _kenmerk(fields))


def _text(content: Mapping[str, Any], name: str) -> str:
    value = content.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 1000:
        raise InvalidMelding(f"{name} ontbreekt, is geen tekst of is te lang")
    return value


def _id_of(chosen: Instellingen, kanaal: Kanaal, url: str) -> str:
    root = re.escape(chosen.roots.get(kanaal.api, ""))
    found = re.fullmatch(rf"{root}/{kanaal.kind}/({UUID})", url)
    if found is None:
        raise InvalidMelding(f"hoofdObject is geen adres van {kanaal.kind}")
    return found[1].lower()


def _kenmerk(fields: Mapping[str, str]) -> str:
    """The same for the same message. Of a status only which one it is: that is set once, whoever tells it."""
    last = fields["resourceUrl"].rsplit("/", 1)[-1]
    if fields["kanaal"] == "zaken" and re.fullmatch(UUID, last):
        return last.lower()
    return hashlib.sha256(json.dumps(sorted(fields.items())).encode()).hexdigest()[:40]


# --- The abonnement -----


def find_abonnement(verbinding: Verbinding, adres: str) -> Abonnement | None:
    """One for this address, on every kanaal that we want and the register has."""
    wanted = _wanted(verbinding)
    rows = [row for row in _list_rows(verbinding, adres) if _kanalen_of(row) >= set(wanted)]
    return Abonnement(adres, tuple(wanted)) if rows else None


def subscribe(verbinding: Verbinding, adres: str, *, anew: bool) -> Abonnement:
    """First the new one, then away with the old: a message that comes twice does no harm, a lost one does."""
    if not anew and (found := find_abonnement(verbinding, adres)):
        return found
    chosen = verbinding.instellingen
    if not chosen.notificaties_geheim:
        raise RegisterMisconfigured("ELOKET_ZGW_NOTIFICATIES_GEHEIM is niet ingesteld")
    wanted, old = _wanted(verbinding), _list_rows(verbinding, adres)
    content = {
        "callbackUrl": adres,
        "auth": make_autorisatie(chosen),
        "kanalen": [{"naam": naam, "filters": _filters(chosen, naam)} for naam in wanted],
    }
    try:
        verbinding.post(verbinding.url("notificaties", "abonnement"), content)
    except Afgekeurd as error:
        raise _explain(error, adres) from None
    for row in old:
        verbinding.delete(row["url"])
    return Abonnement(adres, tuple(wanted), is_new=True)


def _wanted(verbinding: Verbinding) -> list[str]:
    """Errors: `RegisterMisconfigured` when the register has no kanaal for zaken."""
    rows = rows_of(verbinding.get(verbinding.url("notificaties", "kanaal")))
    present = {row.get("naam") for row in rows}
    if "zaken" not in present:
        raise RegisterMisconfigured("de Notificaties API heeft geen kanaal 'zaken': laat het daar aanmaken")
    return [naam for naam in KANALEN if naam in present]


def _list_rows(verbinding: Verbinding, adres: str) -> list[Json]:
    rows = verbinding.list_all(verbinding.url("notificaties", "abonnement"))
    return [row for row in rows if row.get("callbackUrl") == adres]


def _kanalen_of(row: Json) -> set[str]:
    return {str(each.get("naam")) for each in row.get("kanalen") or ()}


def _filters(chosen: Instellingen, kanaal: str) -> dict[str, str]:
    """Zaken of other organisations in the same register are no business of ours."""
    return {"bronorganisatie": chosen.bronorganisatie} if kanaal == "zaken" else {}


def _explain(error: Afgekeurd, adres: str) -> ZaakRejected:
    if error.has("no-auth-on-callback-url"):
        return ZaakRejected(
            f"het register kreeg op {adres} niet het antwoord dat het verwacht: het moet dat adres kunnen"
            " bereiken (firewall, certificaat), en het loket moet draaien met hetzelfde"
            " ELOKET_ZGW_NOTIFICATIES_GEHEIM als dit commando"
        )
    return error
