"""Adding a document: received as everybody's files are, told apart by its content and scanned."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import PurePath
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.bestanden.services import Grenzen, Ontvangen, Staat, UploadRefused, inspect_upload
from eloket.zaken.backoffice.handelingen.basis import Handeling, VeldGeweigerd, when_open
from eloket.zaken.forms import DocumentForm
from eloket.zaken.services import Dossier, NieuwDocument, add_document, has_documenten

CHUNK = 64 * 1024


def _why_not(dossier: Dossier, vandaag: date) -> str:
    if not has_documenten(dossier.zaak.identificatie):
        return _("Dit zaakregister neemt geen documenten aan.")
    return when_open(dossier)


def _do(dossier: Dossier, form: DocumentForm, door: str, now: datetime) -> str:
    try:
        with inspect_upload(form.cleaned_data["bestand"], grenzen=Grenzen()) as ontvangen:
            _keep(dossier, form, ontvangen, now)
    except UploadRefused as refused:
        raise VeldGeweigerd("bestand", refused.melding) from refused
    if form.cleaned_data["tonen"]:
        return _("Het document staat in het dossier. De inwoner ziet het in Mijn zaken.")
    return _("Het document staat in het dossier. De inwoner ziet het niet.")


def _keep(dossier: Dossier, form: DocumentForm, ontvangen: Ontvangen, now: datetime) -> None:
    if ontvangen.staat != Staat.SCHOON:
        told = _(
            "Wij kunnen nu niet kijken of er een virus in zit. Probeer het over een paar minuten opnieuw."
        )
        raise VeldGeweigerd("bestand", told)
    wanted = form.cleaned_data
    nieuw = NieuwDocument(
        id=str(wanted["id"]),
        titel=_name(wanted["titel"], ontvangen.naam),
        formaat=ontvangen.mimetype,
        informatieobjecttype=wanted["informatieobjecttype"],
        open=lambda: _read(ontvangen.inhoud),
        tonen_aan_initiator=wanted["tonen"],
    )
    add_document(dossier.zaak.identificatie, nieuw, now=now)


def _name(titel: str, naam: str) -> str:
    """What Kees wrote, with an extension that tells the truth."""
    extension = PurePath(naam).suffix
    return naam if not titel else titel.removesuffix(extension) + extension


def _read(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _is_done(dossier: Dossier, form: DocumentForm) -> bool:
    return form.text("id") in {each.id for each in dossier.documenten}


DOCUMENT = Handeling(
    slug="document",
    titel=gettext_lazy("Voeg een document toe"),
    knop=gettext_lazy("Voeg toe"),
    uitleg=gettext_lazy("Het document komt in het dossier. U kiest of de inwoner het ziet."),
    form=DocumentForm,
    why_not=_why_not,
    do=_do,
    is_done=_is_done,
    let_op_anderen=False,
)
