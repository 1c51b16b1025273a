"""A page for every login that did not succeed: what happened, and what to do now."""

from dataclasses import dataclass, field

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from eloket.accounts.medewerkers import MEDEWERKER
from eloket.accounts.uitkomst import (
    LevelTooLow,
    LoginCancelled,
    LoginFailed,
    NoRol,
    Poging,
    ProviderUnavailable,
)
from eloket.accounts.views.adres import allow_providers
from eloket.accounts.views.woorden import describe

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Melding:
    """One page: the h1, what it says, what the button says; `bellen` adds the gemeente's telephone number."""

    status: int
    titel: str
    tekst: list[str]
    knop: str
    toon: str = "warning"
    bellen: bool = False
    extra: dict[str, str] = field(default_factory=dict)


def render_failure(request: HttpRequest, failure: LoginFailed) -> HttpResponse:
    """The page that belongs to this end of a login, in the language in which it began."""
    poging = failure.poging or Poging(MEDEWERKER if "/medewerker/" in request.path else "digid")
    log.warning("login_mislukt", soort=type(failure).__name__, middel=poging.middel, reden=_reason(failure))
    allow_providers(request)
    with override(poging.taal):
        melding = _melding(failure, poging)
        context = {"melding": melding, "poging": poging, "medewerker": poging.middel == MEDEWERKER}
        return render(request, "accounts/mislukt.html", context, status=melding.status)


def _reason(failure: LoginFailed) -> str:
    return failure.reason[:100]


def _melding(failure: LoginFailed, poging: Poging) -> Melding:
    naam = settings.ELOKET_OIDC[poging.middel]["naam"]
    match failure:
        case LoginCancelled():
            return _cancelled(naam)
        case ProviderUnavailable():
            return _unavailable(naam)
        case LevelTooLow():
            return _too_low(naam, poging)
        case NoRol():
            return _no_rol()
    return _invalid(naam)


def _cancelled(naam: str) -> Melding:
    return Melding(
        status=200,
        titel=_("U bent niet ingelogd"),
        tekst=[
            _("U bent gestopt met inloggen bij %(naam)s.") % {"naam": naam},
            _("Had u al iets ingevuld? Dat is bewaard."),
        ],
        knop=_("Opnieuw inloggen"),
        toon="info",
    )


def _unavailable(naam: str) -> Melding:
    return Melding(
        status=503,
        titel=_("%(naam)s is nu niet bereikbaar") % {"naam": naam},
        tekst=[
            _("Daardoor kunt u nu niet inloggen. Dit ligt niet aan u."),
            _("Had u al iets ingevuld? Dat is bewaard. Probeer het over een paar minuten opnieuw."),
        ],
        knop=_("Probeer het opnieuw"),
        toon="error",
        bellen=True,
    )


def _too_low(naam: str, poging: Poging) -> Melding:
    return Melding(
        status=403,
        titel=_("Log in op een zekerder manier"),
        tekst=[
            _("U bent ingelogd bij %(naam)s, maar hiervoor moeten wij zekerder weten dat u het bent.")
            % {"naam": naam},
            describe(poging.middel, poging.niveau),
            _("Had u al iets ingevuld? Dat is bewaard."),
        ],
        knop=_("Opnieuw inloggen bij %(naam)s") % {"naam": naam},
    )


def _no_rol() -> Melding:
    return Melding(
        status=403,
        titel=_("U hebt geen toegang tot het loket"),
        tekst=[
            _("U bent herkend als medewerker van de gemeente, maar u hebt in het loket geen rol."),
            _("Vraag uw functioneel beheerder om een rol. Log daarna opnieuw in."),
        ],
        knop=_("Opnieuw inloggen"),
    )


def _invalid(naam: str) -> Melding:
    return Melding(
        status=400,
        titel=_("Het inloggen is niet gelukt"),
        tekst=[
            _("Deze inlogpoging is verlopen of al gebruikt. Dat gebeurt bijvoorbeeld als u te lang wacht."),
            _("Had u al iets ingevuld? Dat is bewaard. Log opnieuw in om verder te gaan."),
        ],
        knop=_("Opnieuw inloggen"),
        bellen=True,
    )
