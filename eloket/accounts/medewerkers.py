"""The rows of people who log in: a citizen's says nothing, an employee's is in step with the gemeente."""

from uuid import uuid4

from django.contrib.auth.models import Group

from eloket.accounts.claims import Profiel
from eloket.accounts.models import Soort, User
from eloket.accounts.rollen import Rol

MEDEWERKER = "medewerker"  # the name of the employees' provider


def init_user(user: User, *, medewerker: bool) -> None:
    """A new row: a name that says nothing, and no password that could ever fit."""
    user.soort = Soort.MEDEWERKER if medewerker else Soort.BURGER
    user.username = f"{user.soort}-{uuid4().hex}"
    user.set_unusable_password()


def sync_medewerker(user: User, profiel: Profiel) -> None:
    """Name, address and roles as the directory has them now: what it took away is gone here too."""
    first, _, last = profiel.naam.partition(" ")
    user.first_name, user.last_name, user.email = first[:150], last[:150], profiel.email[:254]
    user.is_staff = bool(profiel.rollen)
    user.is_superuser = False
    user.save()
    groups = [Group.objects.get_or_create(name=rol)[0] for rol in sorted(profiel.rollen)]
    others = user.groups.exclude(name__in=list(Rol))  # groups of the gemeente's own making stay
    user.groups.set([*others, *groups])
