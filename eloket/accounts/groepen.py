"""The five roles as Django groups, with their permissions. Kept right after every `migrate`.

Permissions exist only once their app is migrated, and a flushed test database starts anew: so this follows
`post_migrate` and is not a data migration. Apps above name their own with `services.grant_rechten`.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group, Permission

from eloket.accounts.rollen import Rol

# Permissions per rol, as "app_label.codename".
RECHTEN: dict[Rol, set[str]] = defaultdict(set)

PAGINA_RECHTEN = {
    Rol.REDACTEUR: ["add_page", "change_page", "publish_page"],
    Rol.EINDREDACTEUR: [
        "add_page",
        "change_page",
        "publish_page",
        "bulk_delete_page",
        "lock_page",
        "unlock_page",
    ],
}
BESTAND_RECHTEN = {
    "wagtailimages": ["add_image", "change_image", "choose_image"],
    "wagtaildocs": ["add_document", "change_document", "choose_document"],
}


def grant_rechten(rol: Rol, rechten: Sequence[str]) -> None:
    """This rol has these permissions from now on; called in `AppConfig.ready`."""
    RECHTEN[rol].update(rechten)


for rol in Rol:
    grant_rechten(rol, ["wagtailadmin.access_admin"])
grant_rechten(Rol.EINDREDACTEUR, ["wagtailredirects.add_redirect", "wagtailredirects.change_redirect"])
grant_rechten(Rol.BEHEERDER, ["accounts.view_user", "accounts.change_user"])
grant_rechten(Rol.BEHEERDER, ["personen.view_raadpleging"])
grant_rechten(Rol.BEHEERDER, ["outbox.view_opdracht", "outbox.change_opdracht"])


def sync_rollen(sender: AppConfig, **kwargs: Any) -> None:
    """Give each group what it lacks; take nothing away that a beheerder added.

    Once per migrate, after the last app: Django makes each app's permissions in the same round.
    """
    if sender.label == [config.label for config in apps.get_app_configs() if config.models_module][-1]:
        ensure_rollen()


def ensure_rollen() -> None:
    """The five groups with all that was granted to them."""
    groups = {rol: Group.objects.get_or_create(name=rol)[0] for rol in Rol}
    for rol, group in groups.items():
        group.permissions.add(*_permissions(RECHTEN[rol]))
    _grant_pages(groups)
    for label in BESTAND_RECHTEN:
        _grant_files(groups, label)


def _permissions(names: set[str]) -> list[Permission]:
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    return [known[name] for name in names if name in known]


def _grant_pages(groups: dict[Rol, Group]) -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    if root is None:
        return
    for rol, codenames in PAGINA_RECHTEN.items():
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=codenames
        ):
            GroupPagePermission.objects.get_or_create(group=groups[rol], page=root, permission=permission)


def _grant_files(groups: dict[Rol, Group], label: str) -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node()
    if root is None:
        return
    for rol in PAGINA_RECHTEN:
        for permission in Permission.objects.filter(
            content_type__app_label=label, codename__in=BESTAND_RECHTEN[label]
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=groups[rol], collection=root, permission=permission
            )
