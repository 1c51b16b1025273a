"""Whatever has no address of its own below the API; the last router."""

from typing import NoReturn

from django.http import Http404, HttpRequest
from ninja import Router

router = Router()


@router.get("{path:rest}", include_in_schema=False, url_name="niets")
def nothing(request: HttpRequest, rest: str) -> NoReturn:
    """Not there, and told as a problem: else the site would look for a page and answer with one."""
    raise Http404
