"""What a provider says of itself (discovery) and the keys it signs with, kept for ten minutes."""

from typing import Any

import jwt
import requests
from django.core.cache import cache

from eloket.accounts.backends.base import LoginInvalid, ProviderUnavailable

KEEP_SECONDS = 600
TIMEOUT_SECONDS = 5
# What we accept; never "none", and never an algorithm that uses our own secret as the key.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
# The clocks of two machines differ a little.
LEEWAY_SECONDS = 30

NEEDED = {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"}


def fetch_discovery(server_url: str) -> dict[str, Any]:
    """The provider's configuration. Errors: `ProviderUnavailable`."""
    url = server_url.rstrip("/")
    document = fetch_json(url if "/.well-known/" in url else f"{url}/.well-known/openid-configuration")
    if missing := NEEDED - document.keys():
        raise ProviderUnavailable(None, f"discovery zonder {', '.join(sorted(missing))}")
    return document


def fetch_json(url: str, *, fresh: bool = False) -> dict[str, Any]:
    """A public document of the provider, from the cache where it is there. Errors: `ProviderUnavailable`."""
    key = f"accounts.oidc.{url}"
    document: dict[str, Any] | None = None if fresh else cache.get(key)
    if document is None:
        document = _get(url)
        cache.set(key, document, KEEP_SECONDS)
    return document


def _get(url: str) -> dict[str, Any]:
    try:
        response = requests.get(url, timeout=TIMEOUT_SECONDS)
        response.raise_for_status()
        document = response.json()
    except requests.RequestException as error:  # JSON that is no JSON is one of them
        raise ProviderUnavailable(None, type(error).__name__) from None
    if not isinstance(document, dict):
        raise ProviderUnavailable(None, "geen JSON-object")
    return document


def decode_id_token(token: str, *, discovery: dict[str, Any], client_id: str) -> dict[str, Any]:
    """The claims, after signature, issuer, audience and times were checked. Errors: `LoginInvalid`.

    allauth skips the signature of a token that it fetched itself; we do not.
    """
    try:
        return jwt.decode(
            token,
            key=_find_key(token, discovery["jwks_uri"]),
            algorithms=ALGORITHMS,
            audience=client_id,
            issuer=discovery["issuer"],
            leeway=LEEWAY_SECONDS,
            options={"require": ["exp", "iat", "sub", "iss", "aud"]},
        )
    except (jwt.PyJWTError, KeyError) as error:
        raise LoginInvalid(None, f"id_token: {type(error).__name__}") from None


def _find_key(token: str, jwks_uri: str) -> Any:
    kid = jwt.get_unverified_header(token).get("kid")
    for fresh in (False, True):  # a key we do not know may be new: look once more
        for jwk in fetch_json(jwks_uri, fresh=fresh).get("keys", []):
            if jwk.get("kid") == kid and jwk.get("use", "sig") == "sig":
                return jwt.PyJWK(jwk).key
    raise jwt.InvalidKeyError("onbekende kid")
