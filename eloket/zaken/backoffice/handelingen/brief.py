"""Writing a letter that the resident finds in Mijn zaken."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.backoffice.brief import make_brief
from eloket.zaken.backoffice.handelingen.basis import Handeling, when_open
from eloket.zaken.forms import BriefForm
from eloket.zaken.services import Dossier, add_document
from eloket.zaken.termijnen import day_of


def _why_not(dossier: Dossier, vandaag: date) -> str:
    return when_open(dossier)


def _do(dossier: Dossier, form: BriefForm, door: str, now: datetime) -> str:
    wanted = form.cleaned_data
    brief = make_brief(
        dossier,
        id=str(wanted["id"]),
        onderwerp=wanted["onderwerp"],
        tekst=wanted["tekst"],
        datum=day_of(now),
        informatieobjecttype=wanted["informatieobjecttype"],
    )
    add_document(dossier.zaak.identificatie, brief, now=now)
    return _("De brief staat in het dossier. De inwoner ziet hem in Mijn zaken.")


def _is_done(dossier: Dossier, form: BriefForm) -> bool:
    return form.text("id") in {each.id for each in dossier.documenten}


BRIEF = Handeling(
    slug="brief",
    titel=gettext_lazy("Schrijf een brief"),
    knop=gettext_lazy("Zet de brief in het dossier"),
    uitleg=gettext_lazy("Het e-loket maakt er een PDF van die de inwoner in Mijn zaken vindt."),
    form=BriefForm,
    why_not=_why_not,
    do=_do,
    is_done=_is_done,
    let_op_anderen=False,
)
