"""Who may ask what: the JWT of ZGW. There is no 401; every failure is 403 with a code of its own."""

import base64
import binascii
import hashlib
import hmac
import json
from datetime import timedelta

from eloket.demo.zgwregister.register import Applicatie, Register
from eloket.demo.zgwregister.vraag import Fout, Json, Vraag

GELDIG = timedelta(hours=1)


def authenticate(register: Register, vraag: Vraag) -> Applicatie:
    """Whose token it is. Errors: `Fout` 403."""
    kind, _, token = vraag.headers.get("authorization", "").partition(" ")
    if kind != "Bearer" or token.count(".") != 2:
        raise Fout(403, "permission_denied")
    signed, _, signature = token.rpartition(".")
    claims = _read(signed.partition(".")[2])
    applicatie = register.applicaties.get(str(claims.get("client_id", "")))
    if applicatie is None:
        raise Fout(403, "invalid-client-identifier", "Client identifier bestaat niet")
    expected = hmac.new(applicatie.secret.encode(), signed.encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(expected, _decode(signature)):
        raise Fout(403, "invalid-jwt-signature", "Client credentials zijn niet geldig")
    _check_times(register, claims)
    return applicatie


def require(applicatie: Applicatie, *scopes: str) -> None:
    """One of these is enough. Errors: `Fout` 403."""
    if applicatie.scopes is not None and not applicatie.scopes.intersection(scopes):
        raise Fout(403, "permission_denied")


def _check_times(register: Register, claims: Json) -> None:
    now = register.wall_time().timestamp()
    if not isinstance(claims.get("iat"), int):
        raise Fout(403, "jwt-missing-iat-claim", "De 'iat' claim ontbreekt")
    if claims["iat"] < now - GELDIG.total_seconds():
        raise Fout(403, "jwt-expired", "Het JWT is verlopen")
    if register.streng_op_iat and claims["iat"] > now:
        raise Fout(403, "jwt-immature-signature", "Het JWT is nog niet geldig")
    if isinstance(claims.get("exp"), int) and claims["exp"] < now:
        raise Fout(403, "jwt-expiredsignatureerror", "Signature has expired")


def _read(part: str) -> Json:
    try:
        claims = json.loads(_decode(part))
    except ValueError:
        raise Fout(403, "permission_denied") from None
    return claims if isinstance(claims, dict) else {}


def _decode(part: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        raise Fout(403, "permission_denied") from None
