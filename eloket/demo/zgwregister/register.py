"""What the server keeps, and how its parts find it."""

import threading
import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from eloket.demo.zgwregister.storingen import Storingen
from eloket.demo.zgwregister.vraag import Fout, Json, Vraag, refuse

#: Under which API a kind of resource stands.
WAAR = {
    "zaken": ("zaken", "rollen", "statussen", "resultaten", "zaakinformatieobjecten", "zaakobjecten"),
    "catalogi": (
        "catalogussen", "zaaktypen", "statustypen", "resultaattypen", "roltypen", "eigenschappen",
        "informatieobjecttypen", "zaaktype-informatieobjecttypen", "besluittypen",
    ),
    "documenten": ("enkelvoudiginformatieobjecten", "bestandsdelen"),
    "besluiten": ("besluiten", "besluitinformatieobjecten"),
    "notificaties": ("abonnement", "kanaal"),
}  # fmt: skip
API = {soort: api for api, soorten in WAAR.items() for soort in soorten}
VERTROUWELIJK = (
    "openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk",
    "vertrouwelijk", "confidentieel", "geheim", "zeer_geheim",
)  # fmt: skip


@dataclass(slots=True)
class Applicatie:
    """Who may call. `scopes` None: everything. `zaaktypen` None: all of them (by URL)."""

    secret: str
    scopes: frozenset[str] | None = None
    zaaktypen: frozenset[str] | None = None
    maximum: str = "zeer_geheim"

    def sees(self, zaak: Json) -> bool:
        level = VERTROUWELIJK.index(zaak["vertrouwelijkheidaanduiding"])
        known = self.zaaktypen is None or zaak["zaaktype"] in self.zaaktypen
        return known and level <= VERTROUWELIJK.index(self.maximum)


@dataclass
class Register:
    """`base`: its own address; `klok` tells the time; `ruim`: does more than the standard, as Open Zaak does.

    `verschuiving`: how far the days that it writes down are ahead of its clock, when a demo lets time pass.
    `dingen`: by kind and uuid, in the order in which they came. `rollen_van`: the rollen of a zaak by its
    URL. `eigenaren`: the uuids of zaken by what identifies somebody with a rol in it.
    """

    klok: Callable[[], datetime]
    base: str = ""
    ruim: bool = True
    verschuiving: Callable[[], timedelta] = timedelta
    deelgrootte: int = 4 * 1024**3  # of a bestandsdeel
    streng_op_iat: bool = False  # refuse a token from the future, as older servers do
    storingen: Storingen = field(default_factory=Storingen)
    applicaties: dict[str, Applicatie] = field(default_factory=dict)
    dingen: dict[str, dict[str, Json]] = field(default_factory=lambda: defaultdict(dict))
    eigenaren: dict[tuple[str, str], dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    rollen_van: dict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    bestanden: dict[str, bytes] = field(default_factory=dict)
    eerste_etag: dict[str, str] = field(default_factory=dict)
    geteld: Counter[str] = field(default_factory=Counter)
    gevraagd: list[Vraag] = field(default_factory=list)
    berichten: list[Json] = field(default_factory=list)  # notificaties, in order
    kapot: list[str] = field(default_factory=list)  # tracebacks of this server itself
    nummers: Counter[str] = field(default_factory=Counter)
    slot: Any = field(default_factory=threading.RLock)

    def now(self) -> datetime:
        """The moment that it writes down."""
        return self.wall_time() + self.verschuiving()

    def wall_time(self) -> datetime:
        """What it tells who calls, and measures tokens by: two systems agree on that, whatever is played."""
        return (self.klok() + self.storingen.klok_verschil).astimezone(UTC)

    def stamp(self) -> str:
        return self.now().isoformat().replace("+00:00", "Z")

    def root(self, api: str) -> str:
        return f"{self.base}/{api}/api/v1"

    def url_of(self, soort: str, id: str) -> str:
        return f"{self.root(API[soort])}/{soort}/{id}"

    def add(self, soort: str, fields: Json, *, id: str = "") -> Json:
        """Keep it under a URL of its own."""
        key = id or str(uuid.uuid4())
        ding = {"url": self.url_of(soort, key), **fields}
        self.dingen[soort][key] = ding
        return ding

    def get(self, soort: str, id: str) -> Json:
        """Errors: `Fout` 404."""
        try:
            return self.dingen[soort][id]
        except KeyError:
            raise Fout(404, "not_found") from None

    def follow(self, soort: str, url: Any, name: str) -> Json:
        """What a field points at. Another name for this same host is another service. Errors: `Fout` 400."""
        if not isinstance(url, str) or not url:
            raise refuse(name, "required", "Dit veld is vereist.")
        if not url.startswith(("http://", "https://")):
            raise refuse(name, "bad-url", "Voer een geldige URL in.")
        prefix = f"{self.root(API[soort])}/{soort}/"
        if not url.startswith(f"{self.base}/"):
            raise refuse(name, "unknown-service", "De service voor deze URL is niet bekend.")
        found = self.dingen[soort].get(url.removeprefix(prefix))
        if found is None:
            raise refuse(name, "does_not_exist", "Deze URL verwijst niet naar een bestaand object.")
        return found

    def list(self, soort: str) -> Iterable[Json]:
        return self.dingen[soort].values()

    def next_number(self, kind: str) -> str:
        """In the server's own form, such as ZAAK-2026-0000000001."""
        key = f"{kind}-{self.now().year}"
        self.nummers[key] += 1
        return f"{key}-{self.nummers[key]:010}"

    def forget_calls(self) -> None:
        """Count anew."""
        self.geteld.clear()
        self.gevraagd.clear()


def id_of(ding: Json) -> str:
    return str(ding["url"]).rsplit("/", 1)[-1]
