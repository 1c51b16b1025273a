"""How often somebody may do something, without knowing afterwards who it was."""

import hashlib
import hmac
import secrets
from datetime import datetime

import structlog
from django.conf import settings
from django.core.cache import cache

log = structlog.get_logger()

ZOUT_SECONDEN = 2 * 24 * 3600


def take_turn(what: str, who: str, *, maximum: int, seconds: int, now: datetime) -> bool:
    """Count one turn of `who` (an address) at `what`; False when that is more than `maximum` in this window.

    `seconds`: the length of a window; windows follow each other. Only the cache knows the count, under a hash
    whose salt is another one every day: no address is kept. Without Redis each web process counts its own
    turns. A cache out of reach lets everybody through.
    """
    window = int(now.timestamp()) // seconds
    try:
        key = f"limiet:{what}:{window}:{_unnamed(who, now)}"
        cache.add(key, 0, seconds)
        return int(cache.incr(key)) <= maximum
    except ValueError:  # thrown out of a full cache between the two calls
        return True
    except Exception as fout:
        log.warning("limiet_onbereikbaar", error=type(fout).__name__)
        return True


def _unnamed(who: str, now: datetime) -> str:
    zout = cache.get_or_set(f"limiet:zout:{now:%Y-%m-%d}", secrets.token_hex, ZOUT_SECONDEN)
    return hmac.new(f"{settings.SECRET_KEY}{zout}".encode(), who.encode(), hashlib.sha256).hexdigest()[:32]
