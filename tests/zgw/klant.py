"""Calling the small server by hand, as the documents of the standard do; knows nothing of eloket."""

import base64
import hashlib
import hmac
import http.client
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

CRS = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}


@dataclass(frozen=True)
class Gezegd:
    status: int
    headers: Any
    data: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def code(self) -> str:
        return self.json["code"]

    @property
    def params(self) -> list[tuple[str, str]]:
        return [(each["name"], each["code"]) for each in self.json.get("invalidParams", ())]


def make_token(claims: dict[str, Any], secret: str = "geheim-van-de-gemeente") -> str:
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    signed = ".".join(_encode(json.dumps(part).encode()) for part in parts)
    return f"{signed}.{_encode(hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest())}"


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class Klant:
    """`token`: None sends no Authorization."""

    zgw: Any
    token: str | None = None

    def __post_init__(self) -> None:
        iat = int(self.zgw.klok.nu.timestamp())
        self.token = make_token({"iss": "eloket", "client_id": "eloket", "iat": iat})

    def ask(
        self, method: str, path: str, content: Any = None, headers: dict[str, str] | None = None, **query: Any
    ) -> Gezegd:
        """`path` may be a whole URL of this server."""
        path = path.removeprefix(self.zgw.base)
        url = path + (f"?{urlencode(query)}" if query else "")
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        own = {"Content-Type": "application/json", "Accept": "application/json", **CRS}
        if self.token is not None:
            own["Authorization"] = f"Bearer {self.token}"
        own |= headers or {}
        connection = http.client.HTTPConnection(urlsplit(self.zgw.base).netloc, timeout=5)
        try:
            sent = None if content is None else raw
            connection.request(method, url, sent, {name: value for name, value in own.items() if value})
            answer = connection.getresponse()
            return Gezegd(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **query: Any) -> Gezegd:
        return self.ask("GET", path, **query)

    def post(self, path: str, content: Any, **query: Any) -> Gezegd:
        return self.ask("POST", path, content, **query)

    def make_zaak(self, zaaktype: str = "aanvraag", *, bsn: str = "", **fields: Any) -> Any:
        """A zaak, with an initiator when there is somebody."""
        body = {
            "bronorganisatie": "123456782",
            "verantwoordelijkeOrganisatie": "123456782",
            "zaaktype": self.zgw.typen[zaaktype]["url"],
            "startdatum": "2026-11-24",
        }
        zaak = self.post("/zaken/api/v1/zaken", body | fields).json
        if bsn:
            self.add_rol(zaak, {"inpBsn": bsn})
        return zaak

    def add_rol(
        self, zaak: Any, identity: dict[str, str], generiek: str = "initiator", **fields: Any
    ) -> Gezegd:
        roltypen = self.get("/catalogi/api/v1/roltypen", zaaktype=zaak["zaaktype"]).json["results"]
        [roltype] = [each["url"] for each in roltypen if each["omschrijvingGeneriek"] == generiek]
        body = {
            "zaak": zaak["url"],
            "roltype": roltype,
            "roltoelichting": "via het loket",
            "betrokkeneType": "natuurlijk_persoon",
            "betrokkeneIdentificatie": identity,
        }
        return self.post("/zaken/api/v1/rollen", body | fields)

    def set_status(self, zaak: Any, volgnummer: int, moment: str) -> Gezegd:
        found = self.get("/catalogi/api/v1/statustypen", zaaktype=zaak["zaaktype"]).json["results"]
        [statustype] = [each["url"] for each in found if each["volgnummer"] == volgnummer]
        body = {"zaak": zaak["url"], "statustype": statustype, "datumStatusGezet": moment}
        return self.post("/zaken/api/v1/statussen", body)

    def make_document(self, kind: str, inhoud: bytes = b"%PDF-1.7", **fields: Any) -> Gezegd:
        body = {
            "informatieobjecttype": self.kind_of_document(kind),
            "bronorganisatie": "123456782",
            "creatiedatum": "2026-11-24",
            "titel": "Loonstrook",
            "auteur": "Aanvrager",
            "taal": "nld",
            "inhoud": base64.b64encode(inhoud).decode(),
            "bestandsomvang": len(inhoud),
            "indicatieGebruiksrecht": False,
            "status": "definitief",
        }
        return self.post("/documenten/api/v1/enkelvoudiginformatieobjecten", body | fields)

    def kind_of_document(self, omschrijving: str) -> str:
        found = self.get("/catalogi/api/v1/informatieobjecttypen", omschrijving=omschrijving).json
        return str(found["results"][0]["url"])

    def link(self, zaak: Any, document: Any) -> Gezegd:
        body = {"zaak": zaak["url"], "informatieobject": document["url"]}
        return self.post("/zaken/api/v1/zaakinformatieobjecten", body)
