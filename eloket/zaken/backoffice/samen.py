"""What the page of one zaak shows of working on it together."""

from typing import Any

from django.http import HttpRequest

from eloket.zaken.backoffice.toegang import get_toegang, get_user
from eloket.zaken.backoffice.toewijzen import assign_context
from eloket.zaken.services import Dossier


def work_context(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """For the parts under templates/zaken/werk/."""
    login = get_user(request).get_username()
    return {"toewijzing": assign_context(get_toegang(request), login=login)}
