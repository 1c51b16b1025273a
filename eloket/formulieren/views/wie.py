"""Whose request this is, as far as forms care."""

import secrets
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from eloket.accounts.services import (
    BURGER_MIDDELEN,
    Niveau,
    asks_login,
    get_identiteit,
    get_medewerker,
    login_url,
    seconds_left,
)
from eloket.formulieren.definitie import Definitie
from eloket.formulieren.schermen import sessie_context
from eloket.formulieren.services.eigenaar import Eigenaar, eigenaar_of_identiteit, eigenaar_of_sessie
from eloket.lib.herkomst import client_address

GEHEIM = "formulieren_geheim"


def get_eigenaar(
    request: HttpRequest, *, niveau: int, middelen: Sequence[str] = BURGER_MIDDELEN
) -> Eigenaar | None:
    """The owner for a thing of this level: the logged-in person, or below any login this browser's session.

    None when a login is needed and there is none that is high enough, in one of these ways.
    """
    if not asks_login(niveau):
        geheim = request.session.get(GEHEIM) or secrets.token_urlsafe(32)
        return eigenaar_of_sessie(geheim, niveau=niveau)
    identiteit = get_identiteit(request)
    if identiteit is None or identiteit.niveau < niveau or identiteit.middel not in middelen:
        return None
    return eigenaar_of_identiteit(identiteit)


def get_eigenaar_to_write(
    request: HttpRequest, *, niveau: int, middelen: Sequence[str] = BURGER_MIDDELEN
) -> Eigenaar | None:
    """The same, for the first POST: gives this session its secret when it has none yet."""
    if not asks_login(niveau) and GEHEIM not in request.session:
        request.session[GEHEIM] = secrets.token_urlsafe(32)
    return get_eigenaar(request, niveau=niveau, middelen=middelen)


def refuse_namens(request: HttpRequest, definitie: Definitie, eigenaar: Eigenaar) -> HttpResponse | None:
    """Why somebody may not fill in this form for somebody else; None for who may go on."""
    identiteit = eigenaar.identiteit
    if not definitie.alleen_zelf or identiteit is None or identiteit.handelende is None:
        return None
    context = {
        **sessie_context(identiteit, seconds_left=seconds_left(request)),
        "formulier_titel": str(definitie.titel),
    }
    response = render(request, "formulieren/alleen_zelf.html", context, status=403)
    response["Cache-Control"] = "private, no-store"
    return response


def counted_as(request: HttpRequest) -> str:
    """Whom a limit counts: the employee, because colleagues share a connection, or else the connection."""
    medewerker = get_medewerker(request)
    return f"medewerker:{medewerker.pk}" if medewerker else client_address(request)


def ask_login(
    request: HttpRequest, *, niveau: int, middelen: Sequence[str] = BURGER_MIDDELEN, opvang: str = ""
) -> HttpResponse:
    """To the login and back. At a POST first say why, and what became of what was typed just now.

    `opvang`: the id of what was caught, "" for nothing. A summary has nothing that could get lost.
    """
    next_url = f"{request.path}?opgevangen={opvang}" if opvang else request.get_full_path()
    url = login_url(next=next_url, niveau=Niveau(niveau), middelen=middelen)
    if request.method == "POST":
        context = {"login_url": url, "niets_kwijt": bool(opvang) or request.path.endswith("/controleren/")}
        return render(request, "formulieren/verlopen.html", context, status=403)
    return redirect(url)
