"""Citizen and employee sessions never mix: the address decides which cookie is read and written."""

import re

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from eloket.accounts.sessies import BurgerSessie, MedewerkerSessie

MEDEWERKER_PAD = re.compile(r"^(/en)?/(beheer|balie|inloggen/medewerker|inloggen/oidc/medewerker)(/|$)")

# What a script of ours sends by itself, when nobody touched the page.
STIL = "X-Eloket-Stil"


def is_medewerker_pad(path: str) -> bool:
    """Does this address belong to employees?"""
    return bool(MEDEWERKER_PAD.match(path))


class SessieMiddleware(SessionMiddleware):
    """Django's own session, under the cookie that belongs to the address."""

    def process_request(self, request: HttpRequest) -> None:
        medewerker = is_medewerker_pad(request.path_info)
        store = MedewerkerSessie if medewerker else BurgerSessie
        request.session = session = store(request.COOKIES.get(_cookie_name(request)))
        session.verleng = STIL not in request.headers

    def process_response(  # type: ignore[override]
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        name, session = _cookie_name(request), request.session
        if session.accessed:
            patch_vary_headers(response, ("Cookie",))
        if name in request.COOKIES and session.is_empty():
            patch_vary_headers(response, ("Cookie",))
            response.delete_cookie(name, samesite=settings.SESSION_COOKIE_SAMESITE)
        elif session.modified and not session.is_empty() and response.status_code != 500:
            _save(session)
            _set_cookie(response, name, str(session.session_key))
        return response


def _cookie_name(request: HttpRequest) -> str:
    medewerker = is_medewerker_pad(request.path_info)
    return settings.ELOKET_MEDEWERKER_COOKIE if medewerker else settings.SESSION_COOKIE_NAME


def _save(session: SessionBase) -> None:
    try:
        session.save()
    except UpdateError:
        raise SessionInterrupted("the session ended elsewhere while this request ran") from None


def _set_cookie(response: HttpResponseBase, name: str, key: str) -> None:
    # Without an age: the browser forgets it when it closes; the server keeps the limits.
    response.set_cookie(
        name,
        key,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )
