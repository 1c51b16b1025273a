"""Which providers there are and whom we let in. Named in settings as SOCIALACCOUNT_ADAPTER."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.http import HttpRequest
from requests import RequestException

from eloket.accounts.backends.oidc.provider import OidcProvider
from eloket.accounts.claims import read_claim, to_identiteit, to_profiel
from eloket.accounts.medewerkers import MEDEWERKER, init_user, sync_medewerker
from eloket.accounts.niveau import Niveau
from eloket.accounts.uitkomst import (
    LevelTooLow,
    LoginCancelled,
    LoginInvalid,
    NoRol,
    Poging,
    ProviderUnavailable,
)


class SocialAdapter(DefaultSocialAccountAdapter):
    """Providers come from settings only; a login is checked before any row is written."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        return [
            _social_app(middel, config)
            for middel, config in settings.ELOKET_OIDC.items()
            if provider in (None, middel) and config["client_id"]
        ]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> OidcProvider:
        return OidcProvider(request, app=self.get_app(request, provider))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        poging = _poging(provider.sub_id, (extra_context or {}).get("state"))
        if error == AuthError.CANCELLED:
            raise LoginCancelled(poging)
        if isinstance(exception, RequestException):
            raise ProviderUnavailable(poging, type(exception).__name__)
        raise LoginInvalid(poging, type(exception).__name__ if exception else "state of foutcode")

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        claims, config = sociallogin.eloket_claims, sociallogin.provider.app.settings
        poging = _poging(sociallogin.provider.sub_id, sociallogin.state)
        if poging is None or not poging.nonce or claims.get("nonce") != poging.nonce:
            raise LoginInvalid(poging, "nonce")
        if poging.middel == MEDEWERKER:
            sociallogin.eloket_profiel = to_profiel(claims, config, settings.ELOKET_GROEPEN)
            if not sociallogin.eloket_profiel.rollen:
                if sociallogin.is_existing:  # what the gemeente took away ends in every open session too
                    sync_medewerker(sociallogin.user, sociallogin.eloket_profiel)
                raise NoRol(poging)
        else:
            # allauth ends the session of whoever logs in again; see AccountAdapter.logout.
            request.eloket_same_person = request.user == sociallogin.user  # type: ignore[attr-defined]
            sociallogin.eloket_identiteit = to_identiteit(claims, config, poging.middel)
            if sociallogin.eloket_identiteit.niveau < max(poging.niveau, Niveau.BASIS):
                raise LevelTooLow(poging, str(read_claim(claims, config["claims"]["acr"])))

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:
        return True

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:
        init_user(sociallogin.user, medewerker=sociallogin.provider.sub_id == MEDEWERKER)
        sociallogin.save(request)
        return sociallogin.user

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        return False


def _social_app(middel: str, config: dict[str, Any]) -> SocialApp:
    return SocialApp(
        provider="openid_connect",
        provider_id=middel,
        name=config["naam"],
        client_id=config["client_id"],
        secret=config["client_secret"],
        settings={
            "server_url": config["url"],
            "scope": config["scope"],
            "claims": config["claims"],
            "niveaus": config["niveaus"],
            "gevraagd": config["gevraagd"],
            "oauth_pkce_enabled": True,
        },
    )


def _poging(middel: str, state: dict[str, Any] | None) -> Poging | None:
    """What was asked, from the state that the session kept."""
    data = (state or {}).get("data")
    if not state or not isinstance(data, dict):
        return None
    niveau = Niveau(data.get("niveau", 0))
    return Poging(middel, state.get("next", ""), niveau, data.get("taal", "nl"), data.get("nonce", ""))
