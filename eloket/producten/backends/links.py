"""Visiting links over the network: politely, and never inside our own.

A redacteur types addresses and our server visits them. Without care that would let somebody look at machines
that only our server can reach. So: https only, and every connection, also after a redirect, is made to an
address that was looked at first and belongs to the public internet.
"""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError
from urllib3.poolmanager import PoolManager

from eloket.producten.backends.base import LinkBackend, Linkuitslag

SECONDS = 5
MAX_REDIRECTS = 5
MAX_ADDRESSES = 2  # of one machine, each of which may be too slow
GONE = {404, 410}
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
HEADERS = {"User-Agent": "eloket-linkcontrole (https; eens per week)", "Accept": "*/*"}


class NaamBestaatNiet(NewConnectionError):
    """The name of the machine is in no register any more."""


class HttpLinkBackend(LinkBackend):
    """HEAD, and GET where HEAD is not understood; what is sent is not read.

    Options: `PRIVATE` (True also visits private addresses: for tests only), `CA` (path of a CA file).
    """

    def check(self, url: str) -> Linkuitslag:
        if not url.startswith("https://"):
            return Linkuitslag.ONBEKEND
        with requests.Session() as session:
            session.trust_env = False  # no proxy and no .netrc behind our back
            session.max_redirects = MAX_REDIRECTS
            session.adapters.clear()  # no http: a redirect to it ends here
            session.mount("https://", _Adapter(private=bool(self.options.get("PRIVATE"))))
            try:
                return self._visit(session, url)
            except requests.ConnectionError as error:
                return Linkuitslag.DOOD if _is_unknown_name(error) else Linkuitslag.ONBEKEND
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


def _is_unknown_name(error: BaseException | None) -> bool:
    """Whether the cause, somewhere below, is a name that nobody knows; a resolver that fails is not that."""
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, NaamBestaatNiet):
            return True
        reason = getattr(error, "reason", None) or (error.args[0] if error.args else None)
        error = reason if isinstance(reason, BaseException) else error.__cause__
        seen += 1
    return False


class _Connection(HTTPSConnection):
    """Connects only to an address that may be visited, looked up once, so that no second answer counts."""

    private = False

    def _new_conn(self) -> socket.socket:
        for address in islice(_resolve(self, private=self.private), MAX_ADDRESSES):
            try:
                return socket.create_connection((address, self.port), SECONDS)
            except OSError:
                continue
        raise NewConnectionError(self, "geen openbaar adres dat antwoordt")


class _PrivateConnection(_Connection):
    private = True


def _resolve(connection: _Connection, *, private: bool) -> Iterator[str]:
    """The addresses of this machine that we may visit."""
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        kind = NaamBestaatNiet if error.errno == socket.EAI_NONAME else NewConnectionError
        raise kind(connection, "de naam is niet gevonden") from error
    except UnicodeError as error:  # a name that cannot be one
        raise NewConnectionError(connection, "geen naam van een machine") from error
    for entry in found:
        address = str(entry[4][0])
        if private or _is_public(address):
            yield address


def _is_public(address: str) -> bool:
    """On the internet itself: not ours, not private, also not when that is packed in an IPv6 address."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(part.is_global and not part.is_multicast for part in [ip, *_packed(ip)])


def _packed(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses inside this one: mapped, 6to4 and NAT64."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    nat64 = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in NAT64 else None
    return [packed for packed in (ip.ipv4_mapped, ip.sixtofour, nat64) if packed is not None]


class _Pool(HTTPSConnectionPool):
    ConnectionCls = _Connection


class _PrivatePool(HTTPSConnectionPool):
    ConnectionCls = _PrivateConnection


class _Adapter(HTTPAdapter):
    """requests, over connections of ours."""

    def __init__(self, *, private: bool) -> None:
        self.private = private
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        manager: PoolManager = self.poolmanager
        manager.pool_classes_by_scheme = {"https": _PrivatePool if self.private else _Pool}
