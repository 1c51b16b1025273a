"""Lists by pages, and how data leaves: in camelCase."""

from math import ceil
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from eloket.api.adres import ROOT, basis_url


class Uit(Schema):
    """Attributes of our dataclasses under their names in JSON."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Bladeren(Schema):
    """Which page of a list."""

    pagina: int = Field(1, ge=1, le=100_000, description="Het nummer van de pagina.")
    per_pagina: int = Field(
        50, ge=1, le=100, alias="perPagina", description="Hoeveel er op een pagina staan."
    )


class Pagina(Uit):
    """Eén pagina van een lijst."""

    totaal: int = Field(ge=0, description="Hoeveel er op alle pagina's samen staan.")
    pagina: int
    per_pagina: int
    vorige: str | None = Field(description="Het adres van de vorige pagina.")
    volgende: str | None = Field(description="Het adres van de volgende pagina.")


def turn_pages(
    request: HttpRequest, response: HttpResponse, vraag: Bladeren, totaal: int
) -> dict[str, object]:
    """The fields of `Pagina`; `response` gets the same addresses as a `Link` header."""
    last = max(1, ceil(totaal / vraag.per_pagina))
    pages = {
        "first": 1,
        "prev": min(vraag.pagina - 1, last),
        "next": vraag.pagina + 1 if vraag.pagina < last else 0,
        "last": last,
    }
    urls = {rel: _page_url(request, nr) for rel, nr in pages.items() if nr}
    response["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in urls.items())
    return {
        "totaal": totaal,
        "pagina": vraag.pagina,
        "per_pagina": vraag.per_pagina,
        "vorige": urls.get("prev"),
        "volgende": urls.get("next"),
    }


def _page_url(request: HttpRequest, number: int) -> str:
    """This same question for another page."""
    query = {**request.GET.dict(), "pagina": str(number)}
    path = request.path_info.removeprefix(ROOT.rstrip("/"))
    return f"{basis_url()}{path}?{urlencode(query)}"
