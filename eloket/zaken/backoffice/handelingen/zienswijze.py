"""Asking for a zienswijze."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.backoffice.handelingen.basis import Handeling, when_open
from eloket.zaken.forms import ZienswijzeForm
from eloket.zaken.services import Dossier, request_zienswijze


def _why_not(dossier: Dossier, vandaag: date) -> str:
    return when_open(dossier)


def _do(dossier: Dossier, form: ZienswijzeForm, door: str, now: datetime) -> str:
    request_zienswijze(dossier.zaak.identificatie, tot=form.cleaned_data["tot"], now=now)
    return _("De inwoner kan nu in Mijn zaken een zienswijze geven.")


def _is_done(dossier: Dossier, form: ZienswijzeForm) -> bool:
    asked = dossier.zaak.zienswijze_tot
    return asked is not None and form.text("tot") == asked.isoformat()


ZIENSWIJZE = Handeling(
    slug="zienswijze",
    titel=gettext_lazy("Vraag om een zienswijze"),
    knop=gettext_lazy("Stuur de vraag"),
    uitleg=gettext_lazy(
        "Wilt u anders besluiten dan de inwoner vroeg? Vraag dan eerst wat de inwoner ervan vindt "
        "(Awb 4:7). De zienswijze komt als eigen zaak binnen en staat boven aan deze zaak."
    ),
    form=ZienswijzeForm,
    why_not=_why_not,
    do=_do,
    is_done=_is_done,
)
