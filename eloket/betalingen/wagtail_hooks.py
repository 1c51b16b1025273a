"""The eindredacteur's desk for the tarieventabel."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from eloket.betalingen.models import Tarief
from eloket.betalingen.tariefbeheer import TariefViewSet
from eloket.website.services import refuse_deletion

register_snippet(TariefViewSet)


@hooks.register("before_delete_snippet")
def keep_used(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """What a product or form still costs stays, and the eindredacteur hears which one that is."""
    return refuse_deletion(request, [each for each in instances if isinstance(each, Tarief)])
