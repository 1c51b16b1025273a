"""Deciding, and making it known."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.backoffice.brief import make_brief
from eloket.zaken.backoffice.handelingen.basis import Handeling, when_open
from eloket.zaken.forms import BekendmakenForm, BesluitForm
from eloket.zaken.forms.besluit import MAAK
from eloket.zaken.services import (
    Dossier,
    NieuwBesluit,
    NieuwDocument,
    ZaakRejected,
    announce_besluit,
    take_besluit,
)


def _why_not(dossier: Dossier, vandaag: date) -> str:
    if not dossier.besluittypen:
        return _("Bij dit zaaktype hoort geen besluit.")
    return when_open(dossier)


def _why_not_announce(dossier: Dossier, vandaag: date) -> str:
    if any(each.verzenddatum is None for each in dossier.besluiten):
        return ""
    return _("Er is geen besluit dat de inwoner nog niet kent.")


def _take(dossier: Dossier, form: BesluitForm, door: str, now: datetime) -> str:
    wanted = form.cleaned_data
    letter = _letter(dossier, form)
    nieuw = NieuwBesluit(
        identificatie=wanted["id"],
        besluittype=wanted["besluittype"],
        datum=wanted["datum"],
        ingangsdatum=wanted["ingangsdatum"],
        vervaldatum=wanted["vervaldatum"],
        toelichting=form.whole_text,
        document=letter.id if letter else wanted["brief"],
        door=door,
    )
    taken = take_besluit(dossier.zaak.identificatie, nieuw, brief=letter, now=now)
    if taken.toelichting != nieuw.toelichting:  # at the same moment, under the same number
        raise ZaakRejected(_("iemand anders legde intussen een besluit vast: bekijk dat eerst"))
    return _("Het besluit is vastgelegd. De inwoner ziet het pas als u het bekendmaakt.")


def _letter(dossier: Dossier, form: BesluitForm) -> NieuwDocument | None:
    wanted = form.cleaned_data
    if wanted["brief"] != MAAK:
        return None
    return make_brief(
        dossier,
        id=str(wanted["brief_id"]),
        onderwerp=wanted["besluittype"],
        tekst=form.whole_text,
        datum=wanted["datum"],
        informatieobjecttype=wanted["soort_brief"],
    )


def _announce(dossier: Dossier, form: BekendmakenForm, door: str, now: datetime) -> str:
    wanted = form.cleaned_data
    announce_besluit(
        dossier.zaak.identificatie, wanted["besluit"], verzenddatum=wanted["verzenddatum"], now=now
    )
    return _("Het besluit is bekend. De inwoner krijgt bericht en ziet het in Mijn zaken.")


def _is_taken(dossier: Dossier, form: BesluitForm) -> bool:
    return form.text("id") in {each.identificatie for each in dossier.besluiten} and form.text(
        "brief_id"
    ) in {each.document for each in dossier.besluiten}


def _is_announced(dossier: Dossier, form: BekendmakenForm) -> bool:
    known = {each.identificatie for each in dossier.besluiten if each.verzenddatum}
    return form.text("besluit") in known


BESLUIT = Handeling(
    slug="besluit",
    titel=gettext_lazy("Neem een besluit"),
    knop=gettext_lazy("Leg het besluit vast"),
    uitleg=gettext_lazy(
        "U legt het besluit vast met de reden. De inwoner ziet het nog niet: dat gebeurt bij “Maak bekend”."
    ),
    form=BesluitForm,
    why_not=_why_not,
    do=_take,
    is_done=_is_taken,
)
BEKENDMAKEN = Handeling(
    slug="bekendmaken",
    titel=gettext_lazy("Maak het besluit bekend"),
    knop=gettext_lazy("Maak bekend"),
    uitleg=gettext_lazy("De inwoner ziet het besluit en de brief vanaf nu. De termijn voor bezwaar begint."),
    form=BekendmakenForm,
    why_not=_why_not_announce,
    do=_announce,
    is_done=_is_announced,
)
