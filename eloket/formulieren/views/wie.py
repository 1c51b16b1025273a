"""Whose request this is, as far as forms care."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from eloket.accounts.services import Niveau, get_identiteit, login_url
from eloket.formulieren.services.eigenaar import Eigenaar, eigenaar_of_identiteit, eigenaar_of_sessie

GEHEIM = "formulieren_geheim"


def get_eigenaar(request: HttpRequest, *, niveau: int) -> Eigenaar | None:
    """The owner for a thing of this level: the logged-in person, or below any login this browser's session.

    None when a login is needed and there is none that is high enough.
    """
    if niveau == 0:
        return eigenaar_of_sessie(request.session.get(GEHEIM) or secrets.token_urlsafe(32))
    identiteit = get_identiteit(request)
    if identiteit is None or identiteit.niveau < niveau:
        return None
    return eigenaar_of_identiteit(identiteit)


def get_eigenaar_to_write(request: HttpRequest, *, niveau: int) -> Eigenaar | None:
    """The same, for the first POST: gives this session its secret when it has none yet."""
    if niveau == 0 and GEHEIM not in request.session:
        request.session[GEHEIM] = secrets.token_urlsafe(32)
    return get_eigenaar(request, niveau=niveau)


def ask_login(request: HttpRequest, *, niveau: int, opvang: str = "") -> HttpResponse:
    """To the login and back. At a POST first say why, and what became of what was typed just now.

    `opvang`: the id of what was caught, "" for nothing. A summary has nothing that could get lost.
    """
    next_url = f"{request.path}?opgevangen={opvang}" if opvang else request.get_full_path()
    url = login_url(next=next_url, niveau=Niveau(niveau))
    if request.method == "POST":
        context = {"login_url": url, "niets_kwijt": bool(opvang) or request.path.endswith("/controleren/")}
        return render(request, "formulieren/verlopen.html", context, status=403)
    return redirect(url)
