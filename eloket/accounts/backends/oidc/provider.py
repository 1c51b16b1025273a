"""One provider, one login at it."""

from typing import Any

from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import get_random_string

from eloket.accounts.backends.oidc.sleutels import decode_id_token, fetch_discovery
from eloket.accounts.claims import InvalidClaims, read_claim, to_identiteit, to_profiel
from eloket.accounts.medewerkers import MEDEWERKER
from eloket.accounts.uitkomst import LoginInvalid
from eloket.lib.partij import zoeksleutels

BURGER_CLAIMS = ("bsn", "vertegenwoordigde_bsn", "kvk", "rsin", "pseudoniem")


class OidcAdapter(OpenIDConnectOAuth2Adapter):
    """One login at one provider."""

    @property
    def openid_config(self) -> dict[str, Any]:
        return fetch_discovery(self.get_provider().app.settings["server_url"])

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        path = reverse("oidc_callback", kwargs={"middel": self.provider_id})
        return request.build_absolute_uri(path)

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> Any:
        provider = self.get_provider()
        claims = decode_id_token(
            str(kwargs["response"].get("id_token", "")), discovery=self.openid_config, client_id=app.client_id
        )
        if not provider.tells_who(claims) and "userinfo_endpoint" in self.openid_config:
            # Some brokers tell who it is at this address only; the level is in the signed token always.
            extra = self._fetch_user_info(token.token)
            if extra.get("sub") != claims["sub"]:
                raise LoginInvalid(None, "userinfo van iemand anders")
            claims = {**extra, **claims}
        try:
            return provider.sociallogin_from_response(request, claims)
        except InvalidClaims as error:
            raise LoginInvalid(None, f"claims: {error}") from None


class OidcProvider(OpenIDConnectProvider):
    """allauth's provider, asking for a level and keeping nothing."""

    oauth2_adapter_class = OidcAdapter

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> Any:
        nonce = get_random_string(32)
        params = {"nonce": nonce}
        if acr := _acr_values(self.app.settings, data["niveau"]):
            params["acr_values"] = acr
        data = {**data, "nonce": nonce}
        return super().redirect(request, process, next_url=next_url, data=data, auth_params=params, **kwargs)

    def tells_who(self, claims: dict[str, Any]) -> bool:
        """Do these claims hold the number, or the groups, that we came for?"""
        names = self.app.settings["claims"]
        keys = ("groepen",) if self.sub_id == MEDEWERKER else BURGER_CLAIMS
        return any(read_claim(claims, names.get(key, ())) is not None for key in keys)

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> Any:
        login = super().sociallogin_from_response(request, response)
        login.eloket_claims = response
        return login

    def extract_uid(self, data: dict[str, Any]) -> str:
        """An employee's `sub`; a keyed hash of the partij, found back under older keys too."""
        if self.sub_id == MEDEWERKER:
            return to_profiel(data, self.app.settings, {}).sub
        partij = to_identiteit(data, self.app.settings, self.sub_id).belanghebbende
        keys = zoeksleutels(partij)
        known = SocialAccount.objects.filter(provider=self.sub_id, uid__in=keys).values_list("uid", flat=True)
        return str(next(iter(known), keys[0]))

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []


def _acr_values(config: dict[str, Any], niveau: int) -> str:
    """The levels that will do, weakest first: a wish, which `pre_social_login` checks afterwards."""
    fit = [(level, acr) for acr, level in config["gevraagd"].items() if niveau and level >= niveau]
    return " ".join(acr for _, acr in sorted(fit))
