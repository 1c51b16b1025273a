"""Asking for what is missing."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.backoffice.handelingen.basis import Handeling, when_open
from eloket.zaken.forms import AanvullingForm
from eloket.zaken.services import Dossier, NieuwVerzoek, request_aanvulling


def _why_not(dossier: Dossier, vandaag: date) -> str:
    zaak = dossier.zaak
    if not zaak.zaaktype.opschorting_mogelijk:
        return _("Bij dit zaaktype mag de klok niet stilstaan.")
    if zaak.hersteltermijn:
        return _("U wacht al op een antwoord van de inwoner.")
    if zaak.is_opgeschort:
        return _("De klok staat al stil. Laat hem eerst weer lopen.")
    return when_open(dossier)


def _do(dossier: Dossier, form: AanvullingForm, door: str, now: datetime) -> str:
    wanted = form.cleaned_data
    nieuw = NieuwVerzoek(
        id=str(wanted["id"]),
        vraag=wanted["vraag"],
        hersteltermijn=wanted["hersteltermijn"],
        informatieobjecttype=wanted["informatieobjecttype"],
        door=door,
    )
    request_aanvulling(dossier.zaak.identificatie, nieuw, now=now)
    return _("Uw vraag staat in Mijn zaken. De klok staat stil vanaf morgen.")


def _is_done(dossier: Dossier, form: AanvullingForm) -> bool:
    return form.text("id") in {each.id for each in dossier.verzoeken}


AANVULLING = Handeling(
    slug="aanvulling",
    titel=gettext_lazy("Vraag om meer informatie"),
    knop=gettext_lazy("Stuur de vraag"),
    uitleg=gettext_lazy(
        "Mist u iets om te kunnen beslissen? Vraag het de inwoner. Antwoordt de inwoner niet op tijd,"
        " dan loopt de klok vanzelf weer en mag u de aanvraag buiten behandeling stellen (Awb 4:5)."
    ),
    form=AanvullingForm,
    why_not=_why_not,
    do=_do,
    is_done=_is_done,
)
