"""Connections to machines outside: https only, and never to one that only our server can reach.

Somebody types an address and our server goes there. Without care that would let them look at machines inside.
So every connection, also after a redirect, is made to an address that was looked at first and belongs to the
public internet; the name is looked up once, so that no second answer counts.
"""

import ipaddress
import socket
from collections.abc import Iterator
from itertools import islice
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError
from urllib3.poolmanager import PoolManager

SECONDS = 5.0  # for who gave no time of their own
MAX_ADDRESSES = 2  # of one machine, each of which may be too slow
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class NaamBestaatNiet(NewConnectionError):
    """The name of the machine is in no register any more."""


def open_session(*, private: bool) -> requests.Session:
    """A session that goes to public addresses over https; with `private` also to ours.

    Another address, and http also after a redirect, is a `requests.RequestException`.
    """
    session = requests.Session()
    session.trust_env = False  # no proxy and no .netrc behind our back
    session.adapters.clear()  # no http: a redirect to it ends here
    session.mount("https://", _Adapter(private=private))
    return session


def is_unknown_name(error: BaseException | None) -> bool:
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
                return socket.create_connection((address, self.port), self._seconds())
            except OSError:
                continue
        raise NewConnectionError(self, "geen openbaar adres dat antwoordt")

    def _seconds(self) -> float:
        return float(self.timeout) if isinstance(self.timeout, (int, float)) else SECONDS


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
