"""One call to the register: only inside its own addresses, in time, and no more than fits.

Nothing of a question or an answer comes into an error or a log line: both are about a person.
"""

import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
import structlog
from urllib3.exceptions import HTTPError

from eloket.lib.antwoord import NoJson, read_json
from eloket.zaken.backends.base import RegisterError, RegisterMisconfigured, RegisterUnavailable
from eloket.zaken.backends.zgw.fouten import read_probleem, to_error
from eloket.zaken.backends.zgw.instellingen import Instellingen
from eloket.zaken.backends.zgw.toegang import Toegang

logger = structlog.get_logger(__name__)
Json = dict[str, Any]
CONNECT_SECONDS = 2.0
MAX_BYTES = 8_000_000
STUK = 64 * 1024
LIJN_KAPOT = (requests.RequestException, HTTPError, OSError)  # also halfway an answer
VLUCHTIG = (requests.RequestException, ConnectionError, TimeoutError)
#: Demanded on zaken, harmless elsewhere.
CRS = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}


@dataclass(frozen=True, slots=True)
class Antwoord:
    """`tijd`: what the server's clock says, None when it does not tell."""

    content: Any
    tijd: datetime | None
    versie: str = ""  # of the API, as the server says it


class Verbinding:
    """The calls; safe for use by many threads at once. Connections stay open, one set for each thread."""

    def __init__(self, instellingen: Instellingen, toegang: Toegang) -> None:
        self.instellingen = instellingen
        self.toegang = toegang
        self._eigen = threading.local()

    def url(self, api: str, path: str) -> str:
        return f"{self.instellingen.root(api)}/{path}"

    def get(self, url: str, **query: Any) -> Any:
        """The JSON at that address. `query` holds nothing of a person: it ends up in logs of others.

        Errors: those of the port; `Afgekeurd` and `Onbekend` among them.
        """
        return self.ask("GET", url, query=query).content

    def post(self, url: str, content: Json, **query: Any) -> Any:
        return self.ask("POST", url, content=content, query=query).content

    def patch(self, url: str, content: Json) -> Any:
        return self.ask("PATCH", url, content=content).content

    def delete(self, url: str) -> None:
        self.ask("DELETE", url)

    def list_all(self, url: str, **query: Any) -> list[Json]:
        """Every row of a list, bare or in pages."""
        content = self.get(url, **query)
        if isinstance(content, list):
            return content
        rows: list[Json] = []
        while True:
            rows += rows_of(content)
            if not content.get("next"):
                return rows
            content = self.get(content["next"])

    def ask(
        self,
        method: str,
        url: str,
        *,
        content: Json | None = None,
        query: Mapping[str, Any] | None = None,
        data: Any = None,
        media: str = "application/json",
    ) -> Antwoord:
        """One exchange. `data`: a body that is no JSON; it has a length and can be walked through.

        Sending that takes as long as it takes: what counts then is the time after it.
        """
        deadline = time.monotonic() + self.instellingen.seconds
        headers = {"Content-Type": media} if data is not None else {}
        with self._open(method, url, json=content, params=query, data=data, headers=headers) as answer:
            if data is not None:
                deadline = time.monotonic() + self.instellingen.seconds
            found = _read(answer, _name(method, url), deadline)
            if not answer.ok or 300 <= answer.status_code < 400:
                raise self._refusal(method, url, answer.status_code, found)
            return Antwoord(found, _time_of(answer), answer.headers.get("API-version", ""))

    def stream(self, url: str) -> Iterator[bytes]:
        """The bytes at that address, as they come; the first ones are there before this returns."""
        answer = self._open("GET", url, headers={"Accept": "*/*"})
        if answer.status_code != requests.codes.ok:
            with answer:
                raise self._refusal("GET", url, answer.status_code, None)
        return _pieces(answer, _name("GET", url))

    def _open(self, method: str, url: str, **more: Any) -> requests.Response:
        self._require_own(url)
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            **CRS,
            **self.toegang.headers(),
            **more.pop("headers"),
        }
        try:
            return self._session.request(
                method,
                url,
                headers=headers,
                timeout=(CONNECT_SECONDS, self.instellingen.seconds),
                allow_redirects=False,
                stream=True,
                cert=self.instellingen.cert,
                verify=self.instellingen.ca,
                **more,
            )
        except LIJN_KAPOT as error:
            raise _to_outage(error, _name(method, url)) from None

    @property
    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._eigen, "session", None)
        if session is None:
            session = self._eigen.session = requests.Session()
            host = urlsplit(next(iter(self.instellingen.roots.values()), "")).hostname
            session.auth = _as_it_is
            session.trust_env = host not in ("localhost", "127.0.0.1", "::1")
        return session

    def _require_own(self, url: str) -> None:
        """Only what stands under a root that was set: our token goes to no host that an answer names."""
        own = any(url == root or url.startswith(f"{root}/") for root in self.instellingen.roots.values())
        if not own or "/../" in url:
            host = urlsplit(url).netloc.rsplit("@", 1)[-1]
            raise RegisterMisconfigured(
                f"het register verwijst naar {host or 'een adres'}, buiten de ingestelde API's:"
                " de adressen moeten precies zo geschreven zijn als het register ze zelf noemt"
            )

    def _refusal(self, method: str, url: str, status: int, content: Any) -> RegisterError:
        probleem = read_probleem(status, content)
        logger.info(
            "zgw_geweigerd",
            call=_name(method, url),
            status=status,
            code=probleem.code,
            fields=sorted({f"{name}:{code}" for name, code, _reason in probleem.params}),
            instance=probleem.instance,
        )
        return to_error(probleem, _name(method, url))


def _as_it_is(question: requests.PreparedRequest) -> requests.PreparedRequest:
    """The token is in a header already; without this a .netrc of the machine would take its place."""
    return question


def rows_of(content: Any) -> list[Json]:
    """The rows of a page. Errors: `RegisterUnavailable` when it is no page."""
    rows = content.get("results") if isinstance(content, dict) else content
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RegisterUnavailable("het register gaf een lijst in een onbekende vorm")
    return rows


def _read(answer: requests.Response, name: str, deadline: float) -> Any:
    """The JSON, or None where there is nothing to read; an error may have any body."""
    if answer.status_code in (204, 304):
        return None
    try:
        return read_json(answer.raw.read1, deadline=deadline, max_bytes=MAX_BYTES)
    except NoJson as error:
        if not answer.ok:
            return None
        raise RegisterUnavailable(f"{name}: {error}") from None
    except LIJN_KAPOT as error:
        raise _to_outage(error, name) from None


def _pieces(answer: requests.Response, name: str) -> Iterator[bytes]:
    try:
        with answer:
            yield from answer.iter_content(STUK)
    except LIJN_KAPOT as error:
        raise _to_outage(error, name) from None


def _to_outage(error: Exception, name: str) -> RegisterError:
    if isinstance(error, requests.exceptions.SSLError):
        return RegisterMisconfigured(f"{name}: het certificaat wordt niet vertrouwd")
    if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidHeader):
        return RegisterMisconfigured(f"{name}: {type(error).__name__}")
    if isinstance(error, OSError) and not isinstance(error, VLUCHTIG):
        # requests says so of a certificate that is not there
        return RegisterMisconfigured(f"{name}: {type(error).__name__} bij het certificaat")
    return RegisterUnavailable(f"{name}: geen antwoord ({type(error).__name__})")


def _name(method: str, url: str) -> str:
    """The call as an administrator may read it: no query, no uuid."""
    parts = urlsplit(url).path.split("/")
    return f"{method} {'/'.join('…' if len(part) == 36 else part for part in parts)}"


def _time_of(answer: requests.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(answer.headers.get("Date", ""))
    except (TypeError, ValueError):
        return None
