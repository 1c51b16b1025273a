"""Citizens and businesses: the identity in their session, and the way to the login page."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from eloket.accounts import identiteit as identiteiten
from eloket.accounts.identiteit import Identiteit
from eloket.accounts.niveau import Niveau
from eloket.accounts.sessies import SESSIE_SLEUTEL, BurgerSessie, real_now

# The ways for citizens and businesses, in the order in which a page offers them.
BURGER_MIDDELEN = ("digid", "eherkenning", "eidas")

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)


def get_identiteit(request: HttpRequest) -> Identiteit | None:
    """Who is logged in with DigiD or eHerkenning; None for nobody, or when the session ended.

    Reads the session, so the answer varies by cookie: never call it on an anonymous public page.
    """
    data: dict[str, Any] | None = request.session.get(SESSIE_SLEUTEL)
    return identiteiten.from_dict(data) if data else None


def set_identiteit(request: HttpRequest, identiteit: Identiteit) -> None:
    """Put the identity in the session, whose store encrypts it."""
    request.session[SESSIE_SLEUTEL] = identiteiten.to_dict(identiteit)


def seconds_left(request: HttpRequest) -> int:
    """How long this session lasts when nothing more happens, in seconds: for the bar above the page."""
    session = request.session
    if not isinstance(session, BurgerSessie):
        return 0
    return max(0, int((session.deadline - real_now()).total_seconds()))


def login_url(
    *,
    next: str,
    niveau: Niveau = Niveau.MIDDEN,
    middelen: Sequence[str] = ("digid", "eherkenning"),
    verlopen: bool = False,
) -> str:
    """The address of the login page that comes back to `next` (an own path) at this level or higher.

    `middelen` are the ways to log in that are offered; `verlopen` says that a session just ended.
    """
    query: dict[str, str | int | list[str]] = {"next": next, "niveau": int(niveau), "middel": list(middelen)}
    if verlopen:
        query["verlopen"] = "1"
    return f"{reverse('accounts:inloggen')}?{urlencode(query, doseq=True)}"


def burger_required(
    *, niveau: Niveau = Niveau.MIDDEN
) -> Callable[[Callable[Concatenate[R, P], HttpResponseBase]], Callable[Concatenate[R, P], HttpResponseBase]]:
    """View decorator: logged in at this level, or first to the login page. Its pages are never cached."""

    def decorate(view: Callable[Concatenate[R, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            who = get_identiteit(request)
            if who is None or who.niveau < niveau:
                response: HttpResponseBase = HttpResponseRedirect(_back_here(request, niveau))
            else:
                response = view(request, *args, **kwargs)
            add_never_cache_headers(response)
            return response

        return guarded

    return decorate


def _back_here(request: HttpRequest, niveau: Niveau) -> str:
    verlopen: bool = getattr(request.session, "verlopen", False)
    here = request.get_full_path()
    return login_url(next=here, niveau=niveau, middelen=BURGER_MIDDELEN, verlopen=verlopen)
