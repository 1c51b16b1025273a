"""From the redacteur's desk to a frozen version."""

from datetime import datetime
from typing import Any

from django.db import transaction

from eloket.formulieren.definitie import SCHEMA, read_definitie
from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.models.versie import hash_inhoud


def publish_versie(formulier: Formulier, inhoud: dict[str, Any], *, now: datetime) -> FormulierVersie:
    """Freeze this content as the form's newest version; the same content as the newest adds nothing."""
    read_definitie(inhoud)
    digest = hash_inhoud(inhoud)
    with transaction.atomic():
        Formulier.objects.select_for_update().get(pk=formulier.pk)
        newest = formulier.versies.order_by("-nummer").first()
        if newest is not None and newest.hash == digest:
            return newest
        highest = newest.nummer if newest else 0
        return FormulierVersie.objects.create(
            formulier=formulier, nummer=highest + 1, schema=SCHEMA, inhoud=inhoud, hash=digest, created_at=now
        )
