"""The products."""

from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import condition
from ninja import Field, P, PathEx, Query, Router, Schema
from ninja.decorators import decorate_view

from eloket.api.bladeren import Bladeren, turn_pages
from eloket.api.problemen import Probleem
from eloket.api.productuit import ProductenPagina, ProductUit
from eloket.lib import klok
from eloket.producten.services import (
    Filter,
    Lezer,
    Product,
    ProductNotFound,
    get_product,
    list_producten,
    make_absolute,
    read_etag,
)
from eloket.website.services import public_page

router = Router(tags=["producten"], by_alias=True)
Taal = Literal["nl", "en"]
Slug = PathEx[str, P(description="Het laatste deel van het adres van het product op de site.")]
when_changed = condition(etag_func=read_etag)


class Taalvraag(Schema):
    """In which language."""

    taal: Taal = Field("nl", description="De taal van de teksten.")


class Productvraag(Bladeren, Taalvraag):
    """Which products."""

    thema: str = Field("", max_length=100, description="De slug van een thema: alleen producten daarvan.")
    doelgroep: Literal["burger", "ondernemer"] | None = Field(None, description="Voor wie het product is.")
    upn: str = Field("", max_length=200, description="De URI van een uniforme productnaam.")


@router.get(
    "producten",
    response={200: ProductenPagina, 400: Probleem},
    operation_id="listProducten",
    summary="Alle producten",
)
@decorate_view(public_page(query=("taal", "pagina", "perPagina", "thema", "doelgroep", "upn")), when_changed)
def producten(request: HttpRequest, response: HttpResponse, vraag: Query[Productvraag]) -> dict[str, Any]:
    """De producten die op de site staan, op slug gesorteerd. Voorbij de laatste pagina is de lijst leeg."""
    response["Content-Language"] = vraag.taal
    found = list_producten(
        taal=vraag.taal,
        lezer=Lezer.IEDEREEN,
        pagina=vraag.pagina,
        per_pagina=vraag.per_pagina,
        filter=Filter(thema=vraag.thema, doelgroep=vraag.doelgroep or "", upn=vraag.upn),
        now=klok.now(),
    )
    return {
        **turn_pages(request, response, vraag, found.totaal),
        "producten": map(make_absolute, found.producten),
    }


@router.get(
    "producten/{slug}",
    response={200: ProductUit, 400: Probleem, 404: Probleem},
    operation_id="getProduct",
    summary="Eén product",
)
@decorate_view(public_page(query=("taal",)), when_changed)
def product(request: HttpRequest, response: HttpResponse, slug: Slug, vraag: Query[Taalvraag]) -> Product:
    """Het product met dit laatste deel van zijn adres op de site."""
    response["Content-Language"] = vraag.taal
    try:
        return make_absolute(get_product(slug, taal=vraag.taal, lezer=Lezer.IEDEREEN, now=klok.now()))
    except ProductNotFound as fout:
        raise Http404 from fout
