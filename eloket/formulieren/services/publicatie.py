"""From the redacteur's desk to a frozen version."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from eloket.accounts.services import asks_login
from eloket.formulieren.definitie import SCHEMA, Definitie, InvalidDefinitie, Veld, read_definitie, upgrade
from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.models.versie import hash_inhoud
from eloket.formulieren.regels import Fout, find_regelfouten
from eloket.formulieren.samenstelling import compose_inhoud
from eloket.formulieren.services.voorinvullen import needed_bron
from eloket.formulieren.velden import VELDTYPEN
from eloket.formulieren.velden.bronnen import bron_of, is_van_zaak
from eloket.lib import klok
from eloket.personen.services import Bron, BronMisconfigured, list_bronnen
from eloket.uitgifte.services import find_gone_vragen
from eloket.zaken.services import RegisterError, find_missing


def publish_versie(formulier: Formulier, *, now: datetime) -> FormulierVersie:
    """Freeze what stands on the desk as the newest version; the same content as the newest adds nothing.

    Errors: `InvalidDefinitie`.
    """
    inhoud = compose_inhoud(formulier)
    read_definitie(inhoud)
    digest = hash_inhoud(inhoud)
    with transaction.atomic():
        Formulier.objects.select_for_update().get(pk=formulier.pk)
        newest = formulier.versies.order_by("-nummer").first()
        if newest is not None and is_same(newest, digest):
            return newest
        return FormulierVersie.objects.create(
            formulier=formulier,
            nummer=newest.nummer + 1 if newest else 1,
            schema=SCHEMA,
            inhoud=inhoud,
            hash=digest,
            created_at=now,
        )


def is_same(versie: FormulierVersie, digest: str) -> bool:
    """Whether this is the content of that version, also when it was published in an older schema."""
    return versie.hash == digest or hash_inhoud(upgrade(versie.inhoud)) == digest


def on_published(sender: Any, instance: Formulier, **kwargs: Any) -> None:
    """Wagtail published a form, by hand, by workflow or by schedule: they all come here (see apps.py)."""
    publish_versie(instance, now=klok.now())


def check_regels(formulier: Formulier, *, vandaag: date) -> list[Fout]:
    """What keeps a form with these rules from the site. What is wrong with its steps is told elsewhere."""
    try:
        definitie = read_definitie(compose_inhoud(formulier))
    except InvalidDefinitie:
        return []
    return find_regelfouten(definitie, VELDTYPEN, vandaag=vandaag)


def find_gebreken(definitie: Definitie) -> list[str]:
    """What the register and the sources lack for this form, and what a soort misses in it, in sentences."""
    gone = find_gone_vragen(definitie.slug, {veld.sleutel for veld in definitie.velden})
    return [*_find_missing(definitie), *_find_without_source(definitie), *gone]


def _find_without_source(definitie: Definitie) -> list[str]:
    """Questions that nobody will fill in beforehand: no login tells about whom, or there is no source."""
    velden = [veld for veld in definitie.velden if bron_of(veld) and not is_van_zaak(bron_of(veld))]
    # Who comes from Mijn zaken has logged in, also where the form does not ask it.
    if not asks_login(definitie.niveau) and not definitie.waarvoor:
        words = gettext(
            "Dit formulier vraagt geen login. Deze vragen worden dus nooit vooraf ingevuld: %(vragen)s."
        )
        return _name_velden(words, velden)
    words = gettext(
        "Er is geen bron ingesteld die dit weet. Deze vragen vult de invuller dus zelf in: %(vragen)s."
    )
    return _name_velden(words, [veld for veld in velden if needed_bron(veld) not in (None, *_bronnen())])


def _name_velden(words: str, velden: list[Veld]) -> list[str]:
    return [words % {"vragen": ", ".join(str(veld.label) for veld in velden)}] if velden else []


def _bronnen() -> set[Bron]:
    """What can be asked here; a wrong setting is the administrator's to hear of."""
    try:
        return list_bronnen()
    except BronMisconfigured:
        return set(Bron)


def _find_missing(definitie: Definitie) -> list[str]:
    try:
        return compare_register(definitie)
    except RegisterError:
        return [gettext("Het zaakregister antwoordt nu niet: wij konden het formulier niet controleren.")]


def compare_register(definitie: Definitie) -> list[str]:
    """The same, for who must know the difference. Errors: `RegisterError`."""
    return find_missing(
        zaaktype=definitie.zaaktype,
        eigenschappen=[veld.eigenschap for veld in definitie.velden if veld.eigenschap],
        informatieobjecttypen=[
            veld.informatieobjecttype for veld in definitie.velden if veld.informatieobjecttype
        ],
    )
