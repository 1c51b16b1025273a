"""The clock: stopping it, letting it go on, and taking more time."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.backoffice.handelingen.basis import Handeling, when_open
from eloket.zaken.forms import HervatForm, OpschortForm, VerlengForm
from eloket.zaken.services import (
    Dossier,
    NieuweOpschorting,
    NieuweVerlenging,
    extend_zaak,
    get_datums,
    resume_zaak,
    suspend_zaak,
)
from eloket.zaken.termijnen import day_of


def _why_not_stop(dossier: Dossier, vandaag: date) -> str:
    if not dossier.zaak.zaaktype.opschorting_mogelijk:
        return _("Bij dit zaaktype mag de klok niet stilstaan.")
    return _("De klok staat al stil.") if dossier.zaak.is_opgeschort else when_open(dossier)


def _why_not_go_on(dossier: Dossier, vandaag: date) -> str:
    return when_open(dossier) if dossier.zaak.is_opgeschort else _("De klok loopt.")


def _why_not_extend(dossier: Dossier, vandaag: date) -> str:
    zaak = dossier.zaak
    if not zaak.zaaktype.verlenging_mogelijk:
        return _("Bij dit zaaktype mag de termijn niet langer worden.")
    if zaak.verlengingen:
        return _("De termijn is al een keer verlengd. Dat mag één keer.")
    end = get_datums(zaak, vandaag=vandaag).uiterlijk
    if end is not None and vandaag > end:
        return _("De termijn is al voorbij. Verlengen kan alleen ervoor.")
    return when_open(dossier)


def _stop(dossier: Dossier, form: OpschortForm, door: str, now: datetime) -> str:
    wanted = form.cleaned_data
    nieuw = NieuweOpschorting(van=wanted["van"], reden=wanted["reden"], door=door)
    suspend_zaak(dossier.zaak.identificatie, nieuw, now=now)
    return _("De klok staat stil. De inwoner leest waarom in Mijn zaken.")


def _go_on(dossier: Dossier, form: HervatForm, door: str, now: datetime) -> str:
    resume_zaak(dossier.zaak.identificatie, tot=form.cleaned_data["tot"], now=now)
    return _("De klok loopt weer. De datums zijn opnieuw berekend.")


def _extend(dossier: Dossier, form: VerlengForm, door: str, now: datetime) -> str:
    nieuw = NieuweVerlenging(form.duur, form.cleaned_data["reden"], op=day_of(now), door=door)
    extend_zaak(dossier.zaak.identificatie, nieuw, now=now)
    return _("De termijn is verlengd. De inwoner leest waarom in Mijn zaken.")


SCHORT_OP = Handeling(
    slug="opschorten",
    titel=gettext_lazy("Zet de klok stil"),
    knop=gettext_lazy("Zet de klok stil"),
    uitleg=gettext_lazy(
        "Alleen als de wet dat toelaat (Awb 4:15): bijvoorbeeld als de inwoner daar schriftelijk mee instemt."
        " Mist u informatie? Gebruik dan “Vraag om meer informatie”."
    ),
    form=OpschortForm,
    why_not=_why_not_stop,
    do=_stop,
)
HERVAT = Handeling(
    slug="hervatten",
    titel=gettext_lazy("Laat de klok weer lopen"),
    knop=gettext_lazy("Laat de klok lopen"),
    uitleg=gettext_lazy("De dagen waarop de klok stilstond, komen er aan het eind bij."),
    form=HervatForm,
    why_not=_why_not_go_on,
    do=_go_on,
)
VERLENG = Handeling(
    slug="verlengen",
    titel=gettext_lazy("Neem meer tijd"),
    knop=gettext_lazy("Verleng de termijn"),
    uitleg=gettext_lazy(
        "Dat mag één keer, en alleen voordat de termijn voorbij is. De inwoner leest waarom (Awb 4:14)."
    ),
    form=VerlengForm,
    why_not=_why_not_extend,
    do=_extend,
)
