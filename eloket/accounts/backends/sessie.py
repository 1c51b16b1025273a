"""The moment at which allauth opens a session, named in settings as ACCOUNT_ADAPTER."""

from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from eloket.accounts.identiteit import to_dict
from eloket.accounts.medewerkers import sync_medewerker
from eloket.accounts.models import User
from eloket.accounts.sessies import BEGONNEN, SESSIE_SLEUTEL
from eloket.accounts.uitkomst import NoRol

log = structlog.get_logger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """No local sign-up, no mail, no messages; the identity goes into the session and nowhere else."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return True  # only ever asked after a login at a provider: there is no local sign-up page

    def logout(self, request: HttpRequest) -> None:
        """allauth ends the old session when somebody logs in again. The same person keeps what they had."""
        if getattr(request, "eloket_same_person", False):
            request.session.cycle_key()
            request.session.pop(BEGONNEN, None)
        else:
            super().logout(request)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        raise NoRol(None, "niet actief")

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        login = (kwargs.get("signal_kwargs") or {})["sociallogin"]
        if profiel := getattr(login, "eloket_profiel", None):
            sync_medewerker(user, profiel)
            log.info("medewerker_ingelogd", user_id=user.pk, rollen=sorted(profiel.rollen))
        else:
            identiteit = login.eloket_identiteit
            request.session[SESSIE_SLEUTEL] = to_dict(identiteit)
            log.info("burger_ingelogd", middel=identiteit.middel, niveau=int(identiteit.niveau))
        return super().post_login(request, user, **kwargs)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The page that follows says enough."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """allauth mails nobody here."""
