"""Who does what: the rollen of employees and teams with zaken of a zaaktype.

A zaaktype of which nobody said who does what is open for whoever may handle zaken (`zaken.behandel_zaak`), as
coördinator: so a fresh installation works. The first row closes it for everybody else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group

from eloket.accounts.services import Rol
from eloket.zaken.backends.base import Bereik
from eloket.zaken.models import Team, Zaaktyperol
from eloket.zaken.regels import ZAAKROLLEN, Vertrouwelijkheid, Zaakrol, levels_up_to

PERMISSION = "zaken.behandel_zaak"
_DEFAULT = (Zaakrol.COORDINATOR, Vertrouwelijkheid.ZEER_GEHEIM)


@dataclass(frozen=True, slots=True)
class Rechten:
    """What one employee may do. `rollen`: by zaaktype (identificatie) every rol with its maximum.

    `algemeen`: they may handle zaken of a zaaktype that is not in `verdeeld`.
    """

    rollen: dict[str, tuple[tuple[str, str], ...]]
    algemeen: bool
    verdeeld: frozenset[str]

    @property
    def ziet_zaken(self) -> bool:
        """Whether the back office is for them at all."""
        return self.algemeen or any(self.bereik().zaaktypen)

    def rol_in(self, zaaktype: str, vertrouwelijkheidaanduiding: str) -> Zaakrol | None:
        """The highest rol for zaken of this type that are this confidential; None for no look at all."""
        found = [
            Zaakrol(rol)
            for rol, maximum in self._rows(zaaktype)
            if rol in ZAAKROLLEN and vertrouwelijkheidaanduiding in levels_up_to(maximum)
        ]
        return max(found, key=ZAAKROLLEN.index, default=None)

    def bereik(self, rol: Zaakrol = Zaakrol.RAADPLEGER) -> Bereik:
        """The zaken in which they have this rol, or a higher one."""
        enough = ZAAKROLLEN[ZAAKROLLEN.index(rol) :]
        levels = list(Vertrouwelijkheid.values)
        maxima = {
            zaaktype: max((maximum for each, maximum in rows if each in enough), key=levels.index, default="")
            for zaaktype, rows in self.rollen.items()
        }
        own = {zaaktype: maximum for zaaktype, maximum in maxima.items() if maximum}
        return Bereik(own, overige=self.algemeen, verdeeld=self.verdeeld)

    def _rows(self, zaaktype: str) -> Iterable[tuple[str, str]]:
        if self.algemeen and zaaktype not in self.verdeeld:
            return [_DEFAULT]
        return self.rollen.get(zaaktype, ())


@dataclass(frozen=True, slots=True)
class Collega:
    """An employee as colleagues know them. `login` says in the register who has a zaak."""

    login: str
    naam: str


def get_rechten(user: AbstractUser) -> Rechten:
    """What this employee may do now. Two queries."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in Zaaktyperol.objects.of_user(user.pk):
        rows.setdefault(row.zaaktype, []).append((row.rol, row.maximum))
    return Rechten(
        rollen={zaaktype: tuple(found) for zaaktype, found in rows.items()},
        algemeen=user.is_active and user.has_perm(PERMISSION),
        verdeeld=frozenset(Zaaktyperol.objects.values_list("zaaktype", flat=True).distinct()),
    )


def is_verdeeld(zaaktype: str) -> bool:
    """Whether anybody said who does what with zaken of this type (an identificatie)."""
    return Zaaktyperol.objects.of_zaaktype(zaaktype).exists()


def list_collegas(zaaktype: str, vertrouwelijkheidaanduiding: str) -> list[Collega]:
    """Who may handle such a zaak, by name."""
    users = get_user_model()._default_manager.filter(is_active=True)
    if is_verdeeld(zaaktype):
        rows = Zaaktyperol.objects.of_zaaktype(zaaktype).filter(
            rol__in=[Zaakrol.BEHANDELAAR, Zaakrol.COORDINATOR],
            maximum__in=_at_least(vertrouwelijkheidaanduiding),
        )
        users = users.filter(zaaktyperollen__in=rows) | users.filter(zaakteams__zaaktyperollen__in=rows)
    else:
        users = users.filter(groups__in=_groups_that_handle())
    return _to_collegas(users.distinct())


def list_alle_collegas() -> list[Collega]:
    """Everybody who may handle zaken of some zaaktype, by name: to choose from before it is checked."""
    users = get_user_model()._default_manager.filter(is_active=True)
    rows = Zaaktyperol.objects.filter(rol__in=[Zaakrol.BEHANDELAAR, Zaakrol.COORDINATOR])
    found = (
        users.filter(groups__in=_groups_that_handle())
        | users.filter(zaaktyperollen__in=rows)
        | users.filter(zaakteams__zaaktyperollen__in=rows)
    )
    return _to_collegas(found.distinct())


def names_of(logins: Iterable[str]) -> dict[str, str]:
    """The names that belong to these login names; who is gone keeps the login name."""
    wanted = {login for login in logins if login}
    users = get_user_model()._default_manager.filter(username__in=wanted)
    return {login: login for login in wanted} | {each.login: each.naam for each in _to_collegas(users)}


def get_ontvanger(login: str) -> Rechten:
    """What the employee with this login name may do; nothing for nobody and for who is gone."""
    user = get_user_model()._default_manager.filter(username=login, is_active=True).first()
    return get_rechten(user) if user else Rechten({}, algemeen=False, verdeeld=frozenset())


def ensure_team(naam: str, *, leden: Iterable[int]) -> int:
    """The id of the team with this name; `leden` (ids of employees) come into one that was not there yet."""
    team, is_new = Team.objects.get_or_create(naam=naam)
    if is_new:
        team.leden.set(leden)
    return team.pk


def list_teams(user: AbstractUser) -> list[str]:
    """The teams in which this employee is, by name."""
    return list(Team.objects.filter(leden=user.pk).values_list("naam", flat=True))


def list_teams_of(zaaktype: str) -> list[str]:
    """The teams that handle zaken of this type (an identificatie), by name."""
    rows = Zaaktyperol.objects.of_zaaktype(zaaktype).filter(
        rol__in=[Zaakrol.BEHANDELAAR, Zaakrol.COORDINATOR]
    )
    return list(Team.objects.filter(zaaktyperollen__in=rows).distinct().values_list("naam", flat=True))


def list_teamzaaktypen(user: AbstractUser) -> frozenset[str]:
    """The zaaktypen that the teams of this employee handle."""
    rows = Zaaktyperol.objects.filter(team__leden=user.pk, rol__in=[Zaakrol.BEHANDELAAR, Zaakrol.COORDINATOR])
    return frozenset(rows.values_list("zaaktype", flat=True))


def get_afdeling(user: AbstractUser, zaaktype: str = "") -> str:
    """The department that the resident reads: a team of theirs that handles this zaaktype, or another one.

    Without a team it is a group of the gemeente's own making; empty when there is none.
    """
    own = list_teams(user)
    handling = [naam for naam in own if naam in list_teams_of(zaaktype)] if own and zaaktype else []
    if own:
        return (handling or own)[0]
    groups = Group.objects.filter(user=user.pk).exclude(name__in=list(Rol)).order_by("name")
    return groups.values_list("name", flat=True).first() or ""


def _at_least(vertrouwelijkheidaanduiding: str) -> list[str]:
    values = list(Vertrouwelijkheid.values)
    return values[values.index(vertrouwelijkheidaanduiding) :]


def _groups_that_handle() -> list[int]:
    found = Group.objects.filter(
        permissions__codename="behandel_zaak", permissions__content_type__app_label="zaken"
    )
    return list(found.values_list("pk", flat=True))


def _to_collegas(users: Iterable[AbstractUser]) -> list[Collega]:
    found = [Collega(user.get_username(), user.get_full_name() or user.get_username()) for user in users]
    return sorted(found, key=lambda each: (each.naam.casefold(), each.login))
