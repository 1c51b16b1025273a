"""`eloket check zgw`: addresses, rights, clock, catalogus and canary, one line each, with what to do."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from eloket.zaken.backends.base import Bevinding, RegisterError
from eloket.zaken.backends.zgw.catalogus import LANG, Catalogus
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.toegang import MARGE, real_time
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding
from eloket.zaken.regels import Richting
from eloket.zaken.termijnen import day_of

#: A question for each API that finds nothing: whether we may ask it at all.
VRAGEN = {
    "catalogi": ("catalogussen", "catalogi.lezen"),
    "zaken": ("zaken", "zaken.lezen"),
    "documenten": ("enkelvoudiginformatieobjecten", "documenten.lezen"),
    "besluiten": ("besluiten", "besluiten.lezen"),
}
NIEMAND = {"catalogi": {"domein": "GEEN"}}
VERSCHIL = timedelta(seconds=30)


def inspect(
    verbinding: Verbinding, catalogus: Catalogus, lezer: Lezer, *, now: datetime
) -> Iterator[Bevinding]:
    """Reads only. Rights to write show when the first zaak comes; docs/zgw.md lists them."""
    for api, (soort, scope) in VRAGEN.items():
        yield _look(f"API {api}", partial(_ask, verbinding, api, soort, scope))
    yield _look("klok", lambda: _compare_clocks(verbinding))
    yield _look("zoeken op nummer", lambda: _ask_canary(lezer))
    yield _look("catalogus", lambda: (True, f"gevonden: {catalogus.get_catalogus()}"))
    yield from _inspect_types(verbinding, catalogus, now)


Uitslag = tuple[bool | None, str]


def _look(onderdeel: str, question: Callable[[], Uitslag]) -> Bevinding:
    try:
        return Bevinding(onderdeel, *question())
    except RegisterError as error:
        return Bevinding(onderdeel, False, str(error))


def _ask(verbinding: Verbinding, api: str, soort: str, scope: str) -> Uitslag:
    query = NIEMAND.get(api, {"identificatie": "eloket-proef"})
    try:
        answer = verbinding.ask("GET", verbinding.url(api, soort), query=query)
    except RegisterError as error:
        return False, f"{error} (nodig: {scope})"
    return True, f"antwoordt{f', versie {answer.versie}' if answer.versie else ''}; {scope} is er"


def _compare_clocks(verbinding: Verbinding) -> Uitslag:
    answer = verbinding.ask("GET", verbinding.url("catalogi", "catalogussen"), query=NIEMAND["catalogi"])
    if answer.tijd is None:
        return None, "het register zegt niet hoe laat het is"
    difference = abs(real_time() - answer.tijd)
    text = f"{int(difference.total_seconds())} seconden verschil"
    if difference > MARGE:
        return False, f"{text}: zet beide klokken gelijk (NTP), anders is elk token ongeldig"
    return (True if difference <= VERSCHIL else None), text


def _ask_canary(lezer: Lezer) -> Uitslag:
    lezer.ask_canary()
    return True, "een nummer dat niemand heeft, vindt niets"


def _inspect_types(verbinding: Verbinding, catalogus: Catalogus, now: datetime) -> Iterator[Bevinding]:
    try:
        versions = catalogus.list_versions(day_of(now))
        catalogus.warm([row["url"] for row in versions], op=day_of(now), soorten=LANG)
    except RegisterError as error:
        yield Bevinding("zaaktypen", False, str(error))
        return
    standard = verbinding.instellingen.zaaktype
    if standard not in {row["identificatie"] for row in versions}:
        text = f"zaaktype {standard!r} is er niet: publiceer het, of zet ELOKET_ZGW_ZAAKTYPE"
        yield Bevinding("formulier zonder zaaktype", False, text)
    for row in versions:
        yield _look(f"zaaktype {row['identificatie']}", partial(_inspect_type, catalogus, row))


def _inspect_type(catalogus: Catalogus, row: Json) -> Uitslag:
    """What must be there to take an aanvraag, and what is missed without."""
    url = row["url"]
    rollen = {rol["omschrijvingGeneriek"] for rol in catalogus.list_delen("roltypen", url)}
    kinds = catalogus.list_documenttypen(url).values()
    must = {
        "statustypen": bool(catalogus.list_delen("statustypen", url)),
        "een roltype voor de initiator": "initiator" in rollen,
        "een inkomend informatieobjecttype": any(richting == Richting.INKOMEND for _naam, richting in kinds),
    }
    may = {f"roltype {name}": name in rollen for name in ("belanghebbende", "klantcontacter")}
    if missing := [name for name, there in must.items() if not there]:
        return False, f"mist {', '.join(missing)}: vul het zaaktype aan en publiceer het opnieuw"
    if missing := [name for name, there in may.items() if not there]:
        return None, f"mist {', '.join(missing)}: wie voor een ander invult, staat dan niet bij de zaak"
    return True, "compleet"
