"""Who may do what with afspraken in the admin; `apps.py` gives these to the roles."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from eloket.accounts.services import get_medewerker

MAG_BORD = "afspraken.view_afspraaklocatie"  # when, what and where
MAG_WIE = "afspraken.view_afspraak"  # who comes, and how to reach them
MAG_DAG = "afspraken.change_afspraak"  # say who arrived
MAG_CIJFERS = "afspraken.view_eerstemogelijkheid"
MAG_UITZONDEREN = "afspraken.change_uitzondering"


def recht_required(recht: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """View decorator: only an employee with this right; the admin sends others back to its start."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            user = get_medewerker(request)
            if user is None or not user.has_perm(recht):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def get_user(request: HttpRequest) -> AbstractUser:
    """The employee behind `recht_required`. Errors: `PermissionDenied` for anybody else."""
    user = get_medewerker(request)
    if user is None:
        raise PermissionDenied
    return user
