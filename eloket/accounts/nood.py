"""The sealed emergency account: one, with a long password and a second factor, for when nobody can log in.

Every try and every use is told in the log as a warning. Its attempts are counted in its own row, so that
the limit holds over all web processes.
"""

import base64
import os
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code
from allauth.mfa.utils import decrypt
from django.contrib.auth.models import Group
from django.db import transaction

from eloket.accounts.models import Soort, User
from eloket.accounts.rollen import Rol

log = structlog.get_logger(__name__)

USERNAME = "noodaccount"
MAX_ATTEMPTS = 5
WINDOW = timedelta(minutes=15)
# A code counts once: within this time nobody logs in a second time.
CODE_LIFE = timedelta(seconds=90)


class NoodaccountExists(Exception):
    """There is one already; renewing it has to be asked for."""


class NoodRefused(Exception):
    """Wrong password, wrong code, no account: from outside they look the same."""


class NoodLimited(Exception):
    """Too many tries in a quarter of an hour."""


@dataclass(frozen=True)
class Zegel:
    """What goes into the sealed envelope. Shown once, kept nowhere."""

    wachtwoord: str
    totp: str


@transaction.atomic
def create_noodaccount(*, vernieuw: bool) -> Zegel:
    """Make the account, or give it a new password and secret. Errors: `NoodaccountExists`."""
    user = User.objects.select_for_update().filter(username=USERNAME).first()
    if user and not vernieuw:
        raise NoodaccountExists
    user = user or User(username=USERNAME)
    zegel = Zegel(base64.b32encode(os.urandom(20)).decode().lower(), generate_totp_secret())
    user.soort, user.is_active, user.is_staff = Soort.MEDEWERKER, True, True
    user.first_name, user.last_name = "Noodaccount", ""
    user.set_password(zegel.wachtwoord)
    user.save()
    user.groups.set([Group.objects.get_or_create(name=Rol.BEHEERDER)[0]])
    user.sessies.all().delete()
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, zegel.totp)
    log.warning("noodaccount_gezet", vernieuwd=vernieuw)
    return zegel


def login_noodaccount(wachtwoord: str, code: str, *, now: datetime) -> User:
    """The user, when password and code are right. Errors: `NoodRefused`, `NoodLimited`."""
    with transaction.atomic():
        found = Authenticator.objects.select_for_update().filter(
            user__username=USERNAME, user__is_active=True, type=Authenticator.Type.TOTP
        )
        authenticator = found.select_related("user").first()
        # Without an account the same work is done, so that the time tells nothing.
        user = authenticator.user if authenticator else User(password="!")  # noqa: S106
        tries = _recent_tries(authenticator, now)
        if len(tries) >= MAX_ATTEMPTS:
            log.warning("noodaccount_geblokkeerd", pogingen=len(tries))
            raise NoodLimited
        right = user.check_password(wachtwoord) and _code_fits(authenticator, code, now)
        if authenticator:
            _remember(authenticator, [] if right else [*tries, now.isoformat()], used=right, now=now)
    if not right:
        log.warning("noodaccount_geweigerd")
        raise NoodRefused
    log.warning("noodaccount_gebruikt", user_id=user.pk)
    return user


def _recent_tries(authenticator: Authenticator | None, now: datetime) -> list[str]:
    tries = authenticator.data.get("tries", []) if authenticator else []
    return [at for at in tries if now - datetime.fromisoformat(at) < WINDOW]


def _code_fits(authenticator: Authenticator | None, code: str, now: datetime) -> bool:
    if authenticator is None:
        return False
    used = authenticator.last_used_at
    if used and now - used < CODE_LIFE:
        return False
    return validate_totp_code(decrypt(authenticator.data["secret"]), code)


def _remember(authenticator: Authenticator, tries: list[str], *, used: bool, now: datetime) -> None:
    authenticator.data = {**authenticator.data, "tries": tries}
    if used:
        authenticator.last_used_at = now
    authenticator.save(update_fields=["data", "last_used_at"])
