"""Who may do what in the back office of uitgifte, and who it is."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from eloket.accounts.services import get_medewerker
from eloket.uitgifte.services import ProductNotFound, SoortNotFound, VoorstelNotFound

BEKIJKEN = "uitgifte.view_uitgegevenproduct"
WIJZIGEN = "uitgifte.change_uitgegevenproduct"
MEENEMEN = "uitgifte.export_uitgegevenproduct"
GOEDKEUREN = "uitgifte.approve_intrekking"
DOCUMENTEN = "outbox.change_opdracht"  # who looks after what waits

View = Callable[..., HttpResponseBase]


def recht_required(*rechten: str) -> Callable[[View], View]:
    """An employee with all of these rights; what is not there is 404. Kept by nobody on the way."""

    def decorate(view: View) -> View:
        @never_cache
        @permission_required(rechten, raise_exception=True)
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except (ProductNotFound, SoortNotFound, VoorstelNotFound):
                raise Http404 from None

        return guarded

    return decorate


def get_login(request: HttpRequest) -> str:
    """The login name of the employee. Errors: `Http404` for anybody else."""
    user = get_medewerker(request)
    if user is None:
        raise Http404
    return user.get_username()


def may_document(request: HttpRequest) -> bool:
    """Whether they may have a document made again: who changes products, or looks after what waits."""
    return request.user.has_perm(WIJZIGEN) or request.user.has_perm(DOCUMENTEN)
