"""What the tokens say: the claims of a broker for DigiD and eHerkenning, and of a gemeente's directory."""

from collections.abc import Iterable
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client
from django.contrib.auth.base_user import AbstractBaseUser

from eloket.demo.personen import Persoon, email_of
from eloket.demo.provider.middelen import find_login


class DemoAdapter(DefaultOIDCAdapter):
    """Claims from the list of people; the level is part of the login's name."""

    def get_claims(
        self,
        purpose: str,
        user: AbstractBaseUser,
        client: Client,
        scopes: Iterable[str],
        email: str | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        found = find_login(user.get_username())
        if found is None:
            return {}
        persoon, niveau = found
        claims = {"sub": persoon.sleutel, "name": persoon.organisatie or persoon.naam, "acr": niveau.acr}
        return {**claims, **_identity(persoon)}


def _identity(persoon: Persoon) -> dict[str, Any]:
    if persoon.bsn:
        return {"bsn": persoon.bsn}
    if persoon.kvk:
        place = {"vestigingsnummer": persoon.vestiging} if persoon.vestiging else {}
        return {"kvk": persoon.kvk, **place}
    return {"groups": list(persoon.groepen), "email": email_of(persoon)}
