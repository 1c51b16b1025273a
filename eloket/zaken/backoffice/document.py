"""The documents of a zaak."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from eloket.bestanden.services import serve_chunks
from eloket.zaken.backoffice.toegang import behandelaar_required, get_toegang, list_zichtbaar
from eloket.zaken.services import DocumentNotFound, open_dossierstuk


@require_safe
@behandelaar_required
def document(request: HttpRequest, identificatie: str, id: UUID) -> HttpResponseBase:
    """What somebody sent along, to save; the browser never opens it as a page of ours."""
    found, chunks = open_dossierstuk(identificatie, str(id))
    if found not in list_zichtbaar([found], get_toegang(request)):
        raise DocumentNotFound(str(id))
    return serve_chunks(chunks, naam=found.titel, mimetype=found.formaat, grootte=found.omvang)
