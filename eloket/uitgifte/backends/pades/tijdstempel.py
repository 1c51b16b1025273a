"""A time-stamp of others (RFC 3161), over http: says that a seal was there at a moment."""

import asyncio
import time
from urllib.parse import urlsplit

import requests
from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

SECONDS = 5.0
POGINGEN = 3
PAUZE = 0.3
MAX_BYTES = 64 * 1024
HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class Tijdstempeldienst(TimeStamper):
    """Asks some times; then the outbox asks again later. A name and password may stand in the address."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Errors: `TimestampRequestError`, which never tells the address: that may hold a password."""
        return await asyncio.to_thread(self._ask, req.dump())

    def _ask(self, question: bytes) -> tsp.TimeStampResp:
        for attempt in range(POGINGEN):
            try:
                return tsp.TimeStampResp.load(self._exchange(question))
            except (requests.RequestException, ValueError, OSError):
                if attempt + 1 < POGINGEN:
                    time.sleep(PAUZE * 2**attempt)
        raise TimestampRequestError("de tijdstempeldienst antwoordt niet")

    def _exchange(self, question: bytes) -> bytes:
        with requests.Session() as session:
            session.trust_env = urlsplit(self.url).hostname not in ("localhost", "127.0.0.1", "::1")
            with session.post(
                self.url,
                data=question,
                headers=HEADERS,
                timeout=SECONDS,
                allow_redirects=False,
                stream=True,
            ) as answer:
                if answer.status_code != requests.codes.ok:
                    raise ValueError("geen tijdstempel")
                return bytes(answer.raw.read(MAX_BYTES, decode_content=True))
