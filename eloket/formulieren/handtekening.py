"""The signature of a webhook: HMAC-SHA256 over timestamp and body (docs/webhooks.md)."""

import hashlib
import hmac
from datetime import datetime


def sign(geheim: str, tijdstip: int, body: bytes) -> str:
    """ "sha256=" and 64 hex digits, over "<timestamp>.<body>"."""
    digest = hmac.new(geheim.encode(), f"{tijdstip}.".encode() + body, hashlib.sha256)
    return f"sha256={digest.hexdigest()}"


def signed_headers(geheim: str, body: bytes, *, key: str, now: datetime) -> dict[str, str]:
    """What goes along with a call. `key` is the same at every attempt; the timestamp is that of this one."""
    tijdstip = int(now.timestamp())
    return {
        "Content-Type": "application/json",
        "User-Agent": "eloket-webhook",
        "Idempotency-Key": key,
        "Eloket-Tijdstip": str(tijdstip),
        "Eloket-Handtekening": sign(geheim, tijdstip, body),
    }
