"""The public JSON API, mounted at /api/v1/: reading only, by the NL API Design Rules."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, NinjaAPI, Query, Schema
from ninja.errors import ValidationError

from eloket.lib import klok
from eloket.producten.services import Lezer, Product, ProductNotFound, get_product, list_producten

VERSION = "1.0.0"
WRITING = ["POST", "PUT", "PATCH", "DELETE"]
Taal = Literal["nl", "en"]


class EloketAPI(NinjaAPI):
    """Every answer says which version gave it."""

    def create_response(self, request: HttpRequest, data: Any, **kwargs: Any) -> HttpResponse:
        response = super().create_response(request, data, **kwargs)
        response["API-Version"] = VERSION
        return response


api = EloketAPI(
    title="eloket",
    version=VERSION,
    description="De producten van de gemeente, zoals ze op de site staan.",
    urls_namespace="api-v1",
    docs_url=None,
)


class NaamOut(Schema):
    """Een naam uit de uniforme productnamenlijst."""

    naam: str
    uri: str


class ThemaOut(Schema):
    """Een thema op de site."""

    slug: str
    titel: str
    url: str


class TermijnOut(Schema):
    """Hoe lang het duurt."""

    aantal: int | None
    eenheid: str
    soort: str
    grondslag: str
    tekst: str


class ProductOut(Schema):
    """Een product in één taal. Teksten zijn HTML; leeg betekent: niet ingevuld."""

    id: str
    slug: str
    url: str
    taal: str
    titel: str
    samenvatting: str
    doelgroepen: list[str]
    uniformeProductnamen: list[NaamOut]  # noqa: N815  JSON is in camelCase
    themas: list[ThemaOut]
    synoniemen: list[str]
    wat: str
    voorWie: str  # noqa: N815
    hoe: str
    kostenKort: str  # noqa: N815
    kosten: str
    termijn: TermijnOut
    aanvraagUrl: str  # noqa: N815
    gewijzigd: datetime | None


class ProductenOut(Schema):
    """Eén pagina van de lijst."""

    totaal: int
    pagina: int
    perPagina: int  # noqa: N815
    volgende: str | None
    vorige: str | None
    producten: list[ProductOut]


class ProblemOut(Schema):
    """Een fout (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Bladeren(Schema):
    """Which page of which language."""

    taal: Taal = "nl"
    pagina: int = Field(1, ge=1, le=100_000)
    perPagina: int = Field(50, ge=1, le=100)  # noqa: N815


@api.get("", url_name="root", tags=["api"], operation_id="root", summary="Wat er is")
def root(request: HttpRequest) -> dict[str, str]:
    base = f"{settings.ELOKET_BASIS_URL}/api/v1"
    return {"producten": f"{base}/producten", "openapi": f"{base}/openapi.json"}


@api.get(
    "producten",
    response={200: ProductenOut, 400: ProblemOut},
    tags=["producten"],
    operation_id="producten",
    summary="Alle producten",
)
def producten(request: HttpRequest, vraag: Query[Bladeren]) -> dict[str, Any]:
    found = list_producten(
        taal=vraag.taal, lezer=Lezer.IEDEREEN, pagina=vraag.pagina, per_pagina=vraag.perPagina, now=klok.now()
    )
    more = vraag.pagina * vraag.perPagina < found.totaal
    return {
        "totaal": found.totaal,
        "pagina": vraag.pagina,
        "perPagina": vraag.perPagina,
        "volgende": _page_url(vraag, vraag.pagina + 1) if more else None,
        "vorige": _page_url(vraag, vraag.pagina - 1) if vraag.pagina > 1 else None,
        "producten": [_to_json(product) for product in found.producten],
    }


@api.get(
    "producten/{slug}",
    response={200: ProductOut, 400: ProblemOut, 404: ProblemOut},
    tags=["producten"],
    operation_id="product",
    summary="Eén product",
)
def product(request: HttpRequest, slug: str, taal: Taal = "nl") -> dict[str, Any]:
    try:
        return _to_json(get_product(slug, taal=taal, lezer=Lezer.IEDEREEN, now=klok.now()))
    except ProductNotFound as fout:
        raise Http404 from fout


@api.api_operation(WRITING, "", include_in_schema=False)
@api.api_operation(WRITING, "producten", include_in_schema=False)
def refuse(request: HttpRequest) -> HttpResponse:
    response = _problem(405, "Kan niet", "Deze API is alleen om te lezen. Gebruik GET.")
    response["Allow"] = "GET"
    return response


@api.api_operation(WRITING, "producten/{slug}", include_in_schema=False)
def refuse_product(request: HttpRequest, slug: str) -> HttpResponse:
    return refuse(request)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, exc: Exception) -> HttpResponse:
    return _problem(404, "Niet gevonden", "Dit product is er niet, of niet in deze taal.")


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, exc: ValidationError) -> HttpResponse:
    names = sorted({str(error["loc"][-1]) for error in exc.errors})
    return _problem(400, "Ongeldige vraag", f"Controleer: {', '.join(names)}.")


def _problem(status: int, title: str, detail: str) -> HttpResponse:
    body = ProblemOut(type="about:blank", title=title, status=status, detail=detail).model_dump_json()
    return HttpResponse(
        body, status=status, content_type="application/problem+json", headers={"API-Version": VERSION}
    )


def _page_url(vraag: Bladeren, pagina: int) -> str:
    base = f"{settings.ELOKET_BASIS_URL}/api/v1/producten"
    return f"{base}?taal={vraag.taal}&pagina={pagina}&perPagina={vraag.perPagina}"


def _to_json(product: Product) -> dict[str, Any]:
    """The product under the names of the API."""
    data = asdict(product)
    term = {name: data[f"termijn_{name}"] for name in ("aantal", "eenheid", "soort", "grondslag")}
    renamed = {
        "uniformeProductnamen": data["uniforme_productnamen"],
        "themas": [{"slug": each.slug, "titel": each.titel, "url": each.url} for each in product.themas],
        "voorWie": data["voor_wie"],
        "kostenKort": data["kosten_kort"],
        "aanvraagUrl": data["aanvraag_url"],
        "termijn": {**term, "tekst": data["termijn"]},
    }
    return {**data, **renamed}
