"""Where a request comes from: which page sent it, and from which address."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_own_page(request: HttpRequest) -> bool:
    """Did a page of ours send this form? What stands in for a CSRF token where a page carries no cookie.

    A browser says it in headers that a page of somebody else cannot set. One of them has to confirm it and
    none may contradict it, so a request without any is refused too.
    """
    signs = [
        _site_is_ours(request.headers.get("Sec-Fetch-Site", "")),
        _is_ours(request, request.headers.get("Origin", "")),
        _is_ours(request, request.headers.get("Referer", "")),
    ]
    return True in signs and False not in signs


def client_address(request: HttpRequest) -> str:
    """The visitor's address as the proxy in front of us gives it, or the connection's own without a proxy.

    A proxy puts what it saw itself last; what stands before it may be made up by the visitor. An IPv6
    address is given as its /64: that much belongs to one connection.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.ELOKET_ACHTER_PROXY else ""
    given = forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
    try:
        return _whole_connection(ip_address(given))
    except ValueError:
        return given[:64]


def _site_is_ours(sent: str) -> bool | None:
    return sent == "same-origin" if sent else None


def _is_ours(request: HttpRequest, sent: str) -> bool | None:
    """None: the browser did not say."""
    if not sent:
        return None
    ours = {f"{request.scheme}://{request.get_host()}".lower(), _origin(settings.ELOKET_BASIS_URL)}
    return _origin(sent) in ours


def _origin(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()


def _whole_connection(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((address, 64), strict=False))
