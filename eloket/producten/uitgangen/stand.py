"""In which state the catalogue is, so that who asks again hears "not changed" without anything being made."""

import hashlib
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.views.decorators.http import condition
from wagtail.models import Page

from eloket.betalingen.services import last_bedrag
from eloket.lib import klok
from eloket.website.services import site_version


def read_etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
    """The mark of what this address gives now; None while nothing was ever published.

    Another one after every change of the site, and after each moment at which the catalogue changes by
    itself: an amount begins, a product expires. Three small queries at most.
    """
    version = site_version()
    if not version:
        return None
    now = klok.now()
    expired = Page.objects.filter(expire_at__lte=now).aggregate(last=Max("expire_at"))["last"]
    parts = (version, expired, last_bedrag(now), request.get_full_path(), settings.ELOKET_BASIS_URL)
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


when_changed = condition(etag_func=read_etag)
