"""Deleting a snippet that something still points at: refused, with the names of what points at it.

Wagtail looks in its reference index, which does not know drafts, and its bulk action does not look at all:
without this a PROTECT would end in a server error.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import NestedObjects
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey

from eloket.website.gebruik import Gebruiker, Sleutel, describe_gebruikers

NAMED = 8  # more names than these make no message


def refuse_deletion(request: HttpRequest, objects: Sequence[Any]) -> HttpResponse | None:
    """For the hook `before_delete_snippet`: None when each of these may go, else a message and a way back."""
    used = [(each, blokkades) for each in objects if (blokkades := find_blokkades(each, user=request.user))]
    if not used:
        return None
    for each, blokkades in used[:NAMED]:
        messages.error(request, _tell(each, blokkades))
    return redirect(used[0][0].snippet_viewset.get_url_name("list"))


def find_blokkades(instance: Model, *, user: Any) -> list[Gebruiker]:
    """What keeps this from being deleted, in the order of the names, as the database says."""
    collector = NestedObjects(using="default")
    collector.collect([instance])
    found = describe_gebruikers({_owner(each) for each in collector.protected}, user=user)
    return sorted(found.values(), key=lambda each: each.naam.casefold())


def _owner(protected: Model) -> Sleutel:
    """The page or thing to which the row belongs that points: for a part of a page that page."""
    for field in protected._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            return _key(field.related_model, getattr(protected, field.attname))
    return _key(type(protected), protected.pk)


def _key(model: Any, pk: Any) -> Sleutel:
    base = (model._meta.get_parent_list() or [model])[-1]
    return ContentType.objects.get_for_model(base).pk, str(pk)


def _tell(instance: Model, blokkades: Sequence[Gebruiker]) -> str:
    names = ", ".join(f"‘{each.naam}’" for each in blokkades[:NAMED])
    more = len(blokkades) - NAMED
    if more > 0:
        names += ngettext(" en nog %(n)d andere", " en nog %(n)d andere", more) % {"n": more}
    return _(
        "U kunt ‘%(wat)s’ niet verwijderen. Het staat nog op: %(namen)s. "
        "Haal het daar eerst weg en publiceer."
    ) % {"wat": instance, "namen": names}
