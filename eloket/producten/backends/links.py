"""Visiting links over the network: politely, and never inside our own (`lib/openbaar.py`)."""

from contextlib import closing

import requests

from eloket.lib.openbaar import is_unknown_name, open_session
from eloket.producten.backends.base import LinkBackend, Linkuitslag

SECONDS = 5
MAX_REDIRECTS = 5
GONE = {404, 410}
HEADERS = {"User-Agent": "eloket-linkcontrole (https; eens per week)", "Accept": "*/*"}


class HttpLinkBackend(LinkBackend):
    """HEAD, and GET where HEAD is not understood; what is sent is not read.

    Options: `PRIVATE` (True also visits private addresses: for tests only), `CA` (path of a CA file).
    """

    def check(self, url: str) -> Linkuitslag:
        if not url.startswith("https://"):
            return Linkuitslag.ONBEKEND
        with open_session(private=bool(self.options.get("PRIVATE"))) as session:
            session.max_redirects = MAX_REDIRECTS
            try:
                return self._visit(session, url)
            except requests.ConnectionError as error:
                return Linkuitslag.DOOD if is_unknown_name(error) else Linkuitslag.ONBEKEND
            except (requests.RequestException, ValueError):  # ValueError: an address that is none
                return Linkuitslag.ONBEKEND

    def _visit(self, session: requests.Session, url: str) -> Linkuitslag:
        """Many servers answer HEAD wrongly, so that only GET may say that a page is not there."""
        status = self._ask(session, "HEAD", url)
        if status >= 400:
            status = self._ask(session, "GET", url)
        if status in GONE:
            return Linkuitslag.DOOD
        return Linkuitslag.LEEFT if status < 400 else Linkuitslag.ONBEKEND

    def _ask(self, session: requests.Session, method: str, url: str) -> int:
        answer = session.request(
            method,
            url,
            headers=HEADERS,
            timeout=SECONDS,
            allow_redirects=True,
            stream=True,
            verify=self.options.get("CA") or True,
        )
        with closing(answer):
            return answer.status_code
