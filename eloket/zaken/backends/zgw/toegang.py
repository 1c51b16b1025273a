"""Proving who we are. One way is here; another (OAuth2 client credentials) is another `Toegang`."""

import base64
import hashlib
import hmac
import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime, timedelta

from eloket.lib import klok

#: A server whose clock is behind refuses a token from its future; one holds for an hour from here on.
MARGE = timedelta(minutes=5)
WEERGAVE = "e-loket"


class Toegang(ABC):
    @abstractmethod
    def headers(self) -> dict[str, str]:
        """What goes along with one call. Holds nothing of a resident: it ends up in an audit trail."""


def real_time() -> datetime:
    """Without what a demo adds to it: the other system knows nothing of that."""
    return klok.now() - klok.shift()


class JwtHs256(Toegang):
    """A token of our own under the secret that the gemeente gave out, new for each call."""

    def __init__(self, client_id: str, secret: str, *, now: Callable[[], datetime] = real_time) -> None:
        self._client_id, self._secret, self._now = client_id, secret.encode(), now

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._make_token()}"}

    def _make_token(self) -> str:
        claims = {
            "iss": self._client_id,
            "iat": int((self._now() - MARGE).timestamp()),
            "client_id": self._client_id,
            "user_id": self._client_id,
            "user_representation": WEERGAVE,
        }
        signed = f"{_encode({'alg': 'HS256', 'typ': 'JWT'})}.{_encode(claims)}"
        signature = hmac.new(self._secret, signed.encode(), hashlib.sha256).digest()
        return f"{signed}.{_to_text(signature)}"


def _encode(part: dict[str, object]) -> str:
    return _to_text(json.dumps(part, separators=(",", ":")).encode())


def _to_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
