"""Employees: who is logged in, and in which role. Read anew at every request."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from eloket.accounts.claims import Profiel
from eloket.accounts.medewerkers import MEDEWERKER, init_user, sync_medewerker
from eloket.accounts.models import Soort, User
from eloket.accounts.rollen import Rol

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)


def get_medewerker(request: HttpRequest) -> User | None:
    """The employee who is logged in; None on a citizen's address, whoever is logged in there."""
    user = request.user
    return user if isinstance(user, User) and user.soort == Soort.MEDEWERKER else None


def has_rol(user: User, *rollen: Rol) -> bool:
    """Does this employee have one of these roles, now?"""
    return user.is_active and user.groups.filter(name__in=rollen).exists()


def list_adressen(rol: Rol) -> list[tuple[int, str]]:
    """The employees with this role who can be mailed: id and address, each address once."""
    users = User.objects.filter(is_active=True, soort=Soort.MEDEWERKER, groups__name=rol).exclude(email="")
    by_address = {
        email.lower(): (pk, email) for pk, email in users.order_by("-pk").values_list("pk", "email")
    }
    return sorted(by_address.values())


def rol_required(
    *rollen: Rol,
) -> Callable[[Callable[Concatenate[R, P], HttpResponseBase]], Callable[Concatenate[R, P], HttpResponseBase]]:
    """View decorator: an employee with one of these roles; else the employees' login, or 403."""

    def decorate(view: Callable[Concatenate[R, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            user = get_medewerker(request)
            if user is None:
                response: HttpResponseBase = HttpResponseRedirect(medewerker_login_url(request))
            elif has_rol(user, *rollen):
                response = view(request, *args, **kwargs)
            else:
                raise PermissionDenied
            add_never_cache_headers(response)
            return response

        return guarded

    return decorate


def medewerker_login_url(request: HttpRequest) -> str:
    """The employees' login page, and back to where they were."""
    query = urlencode({"next": request.get_full_path()})
    return f"{reverse('accounts:medewerker')}?{query}"


def ensure_medewerker(*, sub: str, naam: str, email: str, rollen: Sequence[Rol]) -> User:
    """The employee whom the gemeente's login service knows as `sub`, made or brought up to date.

    For filling an installation before the first login; a login does the same by itself.
    """
    account = SocialAccount.objects.filter(provider=MEDEWERKER, uid=sub).select_related("user").first()
    user = account.user if account else User()
    if account is None:
        init_user(user, medewerker=True)
    sync_medewerker(user, Profiel(sub, naam, email, frozenset(rollen)))
    SocialAccount.objects.get_or_create(provider=MEDEWERKER, uid=sub, defaults={"user": user})
    return user
