"""Log in people in a test without the walk along a login provider; test_oidc.py makes the real walk."""

from importlib import import_module
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.test import Client

from eloket.accounts.models import Soort, User
from eloket.accounts.services import Identiteit, Niveau, Rol
from eloket.accounts.services.burgers import set_identiteit
from eloket.accounts.sessies import BurgerSessie, MedewerkerSessie
from eloket.lib.partij import Bsn, Identificerend

NOOR_BSN = "999990019"


def login_burger(
    client: Client,
    partij: Identificerend | None = None,
    *,
    niveau: Niveau = Niveau.MIDDEN,
    naam: str = "Noor de Wit",
    handelende: Identificerend | None = None,
    middel: str = "",
    hoedanigheid: str = "",
    handelende_naam: str = "",
) -> Identiteit:
    """As after DigiD (a Bsn) or eHerkenning (anything else); without a partij it is Noor."""
    partij = partij or Bsn(NOOR_BSN)
    identiteit = Identiteit(
        partij,
        niveau,
        middel or ("digid" if isinstance(partij, Bsn) else "eherkenning"),
        naam,
        handelende,
        hoedanigheid=hoedanigheid,
        handelende_naam=handelende_naam,
    )
    user = User.objects.create_user(f"burger-{uuid4().hex}", soort=Soort.BURGER)
    request = HttpRequest()
    request.session = _session(BurgerSessie(), user)
    set_identiteit(request, identiteit)
    _keep(client, settings.SESSION_COOKIE_NAME, request.session)
    return identiteit


def make_medewerker(*rollen: Rol, naam: str = "Samira Idrissi", **fields: object) -> User:
    """An employee with these roles, as after the first login."""
    first, _, last = naam.partition(" ")
    user = User.objects.create_user(
        f"mw-{uuid4().hex[:12]}", first_name=first, last_name=last, is_staff=bool(rollen), **fields
    )
    user.groups.set([Group.objects.get_or_create(name=rol)[0] for rol in rollen])
    return user


def login_medewerker(client: Client, user: User) -> User:
    """This employee, in the employees' session; the citizen's session of the same browser stays as it is."""
    _keep(client, settings.ELOKET_MEDEWERKER_COOKIE, _session(MedewerkerSessie(), user))
    return user


def _session(session: BurgerSessie, user: User) -> BurgerSessie:
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = user.get_session_auth_hash()
    return session


def _keep(client: Client, cookie: str, session: BurgerSessie) -> None:
    assert import_module(settings.SESSION_ENGINE).SessionStore is BurgerSessie
    session.save()
    client.cookies[cookie] = str(session.session_key)
