"""What the page of one zaak shows of working on it together."""

from typing import Any

from django.http import HttpRequest

from eloket.zaken.backoffice.aanwezig import be_present
from eloket.zaken.backoffice.geschiedenis import in_words
from eloket.zaken.backoffice.toegang import get_toegang, get_user
from eloket.zaken.backoffice.toewijzen import assign_context
from eloket.zaken.forms.notitie import NotitieForm
from eloket.zaken.services import Dossier, is_verdeeld, list_geschiedenis


def work_context(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """For the parts under templates/zaken/werk/."""
    number, toegang = dossier.zaak.identificatie, get_toegang(request)
    login = get_user(request).get_username()
    visible = {document.titel for document in dossier.documenten}
    history = [
        each for each in list_geschiedenis(number) if each.soort != "document" or each.titel in visible
    ]
    return {
        "samen": {
            "toewijzing": assign_context(toegang, login=login),
            "aanwezigen": be_present(request, number),
            "verdeeld": is_verdeeld(toegang.verdeling.zaaktype),
        },
        "notitieform": NotitieForm() if toegang.behandelt else None,
        "geschiedenis": in_words(history),
    }
