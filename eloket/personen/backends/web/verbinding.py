"""One question to a source over https, and what each way of failing means.

Nothing of a question or an answer comes into an error or a log line: both are about a person.
"""

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import requests

from eloket.lib.antwoord import NoJson, read_json
from eloket.personen.backends.base import BronMisconfigured, BronRefused, BronUnavailable, PersoonNotFound

SECONDS = 3.0
LATER = {408, 425, 429}
Json = dict[str, Any]


class Verbinding:
    """How one source is reached.

    Options: `URL`; `HEADERS`, sent along each time; `CERTIFICAAT` and `SLEUTEL`, paths of our own certificate
    for mutual TLS; `CA`, path of the authority to trust; `SECONDS` that one question may take.
    """

    def __init__(self, naam: str, options: Mapping[str, Any]) -> None:
        self.naam = naam
        self.url = str(options.get("URL", "")).rstrip("/")
        self.headers = {"Accept": "application/json", **options.get("HEADERS", {})}
        self.cert = _cert(options)
        self.ca: str | bool = options.get("CA") or True
        self.seconds = float(options.get("SECONDS", SECONDS))

    def ask(self, method: str, path: str, *, content: Json | None = None) -> Json:
        """The object that comes back. `path` never holds anything secret: it ends up in logs of others.

        Errors: `BronUnavailable`, `BronMisconfigured`, `BronRefused`, `PersoonNotFound`.
        """
        if not self.url:
            raise BronMisconfigured(f"{self.naam}: er is geen adres ingesteld")
        try:
            data = self._exchange(method, path, content)
        except requests.exceptions.SSLError:
            raise BronMisconfigured(f"{self.naam}: het certificaat wordt niet vertrouwd") from None
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidHeader) as error:
            raise BronMisconfigured(f"{self.naam}: {type(error).__name__}") from None
        except (requests.RequestException, TimeoutError) as error:
            raise BronUnavailable(f"{self.naam} antwoordt niet ({type(error).__name__})") from None
        except OSError as error:  # requests says so of a certificate that is not there
            raise BronMisconfigured(f"{self.naam}: {type(error).__name__} bij het certificaat") from None
        except NoJson as error:
            raise BronUnavailable(f"{self.naam}: {error}") from None
        if not isinstance(data, dict):
            raise BronUnavailable(f"{self.naam}: het antwoord heeft een onbekende vorm")
        return data

    def _exchange(self, method: str, path: str, content: Json | None) -> Any:
        deadline = time.monotonic() + self.seconds
        with requests.Session() as session:
            session.trust_env = urlsplit(self.url).hostname not in ("localhost", "127.0.0.1", "::1")
            with session.request(
                method,
                self.url + path,
                json=content,
                headers=self.headers,
                timeout=self.seconds,
                allow_redirects=False,
                stream=True,
                cert=self.cert,
                verify=self.ca,
            ) as answer:
                self._check_status(answer.status_code)
                return read_json(answer.raw.read1, deadline=deadline)

    def _check_status(self, status: int) -> None:
        if status == requests.codes.ok:
            return
        if status == requests.codes.not_found:
            raise PersoonNotFound(f"{self.naam} kent dit nummer niet")
        if status == requests.codes.forbidden:
            raise BronRefused(f"{self.naam} staat deze vraag niet toe (403)")
        if status >= 500 or status in LATER:
            raise BronUnavailable(f"{self.naam} antwoordt met {status}")
        raise BronMisconfigured(f"{self.naam} antwoordt met {status}: kloppen adres en sleutel?")


def _cert(options: Mapping[str, Any]) -> str | tuple[str, str] | None:
    cert, key = options.get("CERTIFICAAT"), options.get("SLEUTEL")
    if cert and key:
        return (str(cert), str(key))
    return str(cert) if cert else None
