"""What the tokens say: the claims of a broker for DigiD and eHerkenning, and of a gemeente's directory."""

from collections.abc import Iterable
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client
from django.contrib.auth.base_user import AbstractBaseUser

from eloket.demo.personen import Persoon, email_of, get_persoon
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
    if persoon.voor:
        return _namens(persoon, get_persoon(persoon.voor))
    if persoon.bsn:
        return {"bsn": persoon.bsn}
    if persoon.pseudoniem:
        return {"pseudoniem": persoon.pseudoniem}
    if persoon.kvk:
        place = {"vestigingsnummer": persoon.vestiging} if persoon.vestiging else {}
        return {"kvk": persoon.kvk, **place}
    return {"groups": list(persoon.groepen), "email": email_of(persoon)}


def _namens(persoon: Persoon, ander: Persoon) -> dict[str, Any]:
    """Who acts for somebody else: both, as a broker tells them."""
    claims = {"hoedanigheid": persoon.hoedanigheid}
    if persoon.kvk:
        names = {"vertegenwoordigde.naam": ander.organisatie, "intermediair.naam": persoon.organisatie}
        return {**claims, **names, "kvk": ander.kvk, "intermediair.kvk": persoon.kvk}
    names = {"aanvrager.naam": ander.naam, "gemachtigde.naam": persoon.naam}
    numbers = {"aanvrager.bsn": ander.bsn, "gemachtigde.bsn": persoon.bsn}
    return {**claims, **names, **numbers, "service_id": "rietwaard-loket"}
