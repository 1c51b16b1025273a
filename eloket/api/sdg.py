"""The products under the names of the single digital gateway."""

from typing import Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, P, PathEx, Query, Router
from ninja.decorators import decorate_view

from eloket.api.bladeren import Bladeren, turn_pages
from eloket.api.problemen import Probleem
from eloket.api.producten import when_changed
from eloket.api.sdguit import SdgPaginaUit, SdgProductUit
from eloket.lib import klok
from eloket.producten.services import SdgProduct, find_sdg, list_sdg
from eloket.website.services import public_page

router = Router(tags=["sdg"], by_alias=True)
NUMMER = "De uuid van het product."


class Sdgvraag(Bladeren):
    """Which names."""

    sdg: Literal["ja", "alle"] = Field(
        "ja",
        description="ja: alleen namen waar de single digital gateway om vraagt. alle: elke nationale naam.",
    )


@router.get(
    "sdg/producten",
    response={200: SdgPaginaUit, 400: Probleem},
    operation_id="listSdgProducten",
    summary="De producten voor de single digital gateway",
)
@decorate_view(public_page(query=("sdg", "pagina", "perPagina")), when_changed)
def sdg_producten(request: HttpRequest, response: HttpResponse, vraag: Query[Sdgvraag]) -> dict[str, Any]:
    """Eén product per nationale naam, op slug gesorteerd. Teksten zijn Markdown."""
    found = list_sdg(
        alles=vraag.sdg == "alle", pagina=vraag.pagina, per_pagina=vraag.per_pagina, now=klok.now()
    )
    return {**turn_pages(request, response, vraag, found.totaal), "producten": found.producten}


@router.get(
    "sdg/producten/{uuid}",
    response={200: SdgProductUit, 400: Probleem, 404: Probleem},
    operation_id="getSdgProduct",
    summary="Eén product voor de single digital gateway",
)
@decorate_view(public_page(), when_changed)
def sdg_product(request: HttpRequest, uuid: PathEx[UUID, P(description=NUMMER)]) -> SdgProduct:
    """Het product met deze uuid, in elke taal waarin het op de site staat."""
    found = find_sdg(uuid, now=klok.now())
    if found is None:
        raise Http404
    return found
