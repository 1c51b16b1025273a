"""Where is this used? Wagtail's reference index tells, so that what is pointed at need not know who points.

A product and its English translation are two users. What is only in a draft does not count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Model, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import ReferenceIndex, TranslatableMixin

Sleutel = tuple[int, str]  # content type of the base model (Page for every page), and id


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """A page or thing that points at something. `url`: its edit screen, "" for who may not edit it."""

    sleutel: Sleutel
    naam: str
    soort: str
    url: str = ""


def list_gebruik(objects: Sequence[Model], *, user: Any) -> dict[Any, list[Gebruiker]]:
    """Who uses each of these (by primary key), in the order of their names; all of them of one model.

    A query for the references, and two or three for each kind of user, however many objects there are.
    """
    rows = ReferenceIndex.get_references_to_in_bulk(list(objects)).order_by()
    pairs = set(rows.values_list("to_object_id", "base_content_type_id", "object_id"))
    users = describe_gebruikers({(kind, pk) for _to, kind, pk in pairs}, user=user)
    found: dict[str, list[Gebruiker]] = {}
    for to, kind, pk in pairs:
        if (kind, pk) in users:
            found.setdefault(to, []).append(users[(kind, pk)])
    return {each.pk: sorted(found.get(str(each.pk), []), key=_order) for each in objects}


def describe_gebruikers(keys: Iterable[Sleutel], *, user: Any) -> dict[Sleutel, Gebruiker]:
    """Name and edit screen of each of these; what is gone meanwhile is left out."""
    by_kind: dict[int, list[str]] = {}
    for kind, pk in keys:
        by_kind.setdefault(kind, []).append(pk)
    finder = AdminURLFinder(user)
    found: dict[Sleutel, Gebruiker] = {}
    for kind, pks in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            for each in _fetch(model, pks):
                key = (kind, str(each.pk))
                # Of a page we fetched only what every page has; its type knows its real name.
                soort = capfirst(str((getattr(each, "specific_class", None) or each)._meta.verbose_name))
                found[key] = Gebruiker(key, _name(each), soort, finder.get_edit_url(each) or "")
    return found


def count_gebruik(model: type[Model]) -> Coalesce:
    """For `annotate`: by how many pages and things a row of this model is used."""
    users = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id=Cast(OuterRef("pk"), output_field=CharField()),
    )
    # Wagtail's own count takes a page and a form of the same number for one.
    key = Concat(Cast("base_content_type_id", CharField()), Value("-"), "object_id", output_field=CharField())
    counted = users.order_by().values("to_object_id").annotate(aantal=Count(key, distinct=True))
    return Coalesce(Subquery(counted.values("aantal")), 0)


def _fetch(model: type[Model], pks: Sequence[str]) -> Iterable[Any]:
    rows = model._default_manager.filter(pk__in=pks)
    return rows.select_related("locale") if issubclass(model, TranslatableMixin) else rows


def _name(each: Any) -> str:
    """Its title, with the language when that is not our first one, and whether the public sees it."""
    name = str(each)
    locale = getattr(each, "locale", None)
    if locale is not None and locale.language_code != settings.LANGUAGE_CODE:
        name = f"{name} ({get_language_info(locale.language_code)['name_translated']})"
    if not getattr(each, "live", True):
        name = _("%(naam)s (staat niet op de site)") % {"naam": name}
    return name


def _order(each: Gebruiker) -> tuple[str, Sleutel]:
    return each.naam.casefold(), each.sleutel
