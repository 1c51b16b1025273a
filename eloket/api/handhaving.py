"""The API for handhaving: has this kenteken a right in this zone? With a key, and without a name.

A kenteken is about a person, so it comes in the body: an address ends up in the logs of others.
"""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, NinjaAPI, Router, Schema
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import APIKeyHeader

from eloket.api.adres import HANDHAVING, VERSION, basis_url
from eloket.api.bladeren import Uit
from eloket.api.openapi import complete
from eloket.api.problemen import Probleem, problem
from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn
from eloket.uitgifte.services import Parkeerrecht, check_parkeerrecht, is_sleutel

DESCRIPTION = (
    "Voor handhaving: mag een kenteken in een zone staan, en tot wanneer? "
    "Vraagt een sleutel, en zegt nooit van wie."
)
TAGS = [
    {"name": "api", "description": "Wat er is."},
    {"name": "parkeercontroles", "description": "Mag dit kenteken hier staan?"},
]
WRONG_KEYS, SECONDS = 30, 60


class TooOften(Exception):
    """Somebody tries keys."""


class Sleutel(APIKeyHeader):
    """A key that a beheerder made (`eloket manage handhavingssleutel`)."""

    param_name = "X-API-Key"

    def authenticate(self, request: HttpRequest, key: str | None) -> bool:
        if key and is_sleutel(key):
            return True
        who = client_address(request)
        if not take_turn("handhaving", who, maximum=WRONG_KEYS, seconds=SECONDS, now=klok.now()):
            raise TooOften
        return False


class HandhavingAPI(NinjaAPI):
    """Describes itself as the design rules ask."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> Any:
        schema = super().get_openapi_schema(path_prefix="", path_params=path_params)
        return complete(schema, server=basis_url(HANDHAVING), tags=TAGS, licence=None)


class Parkeervraag(Schema):
    """Wat u wilt weten."""

    kenteken: str = Field(
        max_length=20,
        pattern=r"^ *[A-Za-z0-9]([ -]*[A-Za-z0-9]){1,11}[ -]*$",
        description="Met of zonder streepjes.",
        examples=["GT-123-X"],
    )
    zone: str = Field(
        max_length=20, pattern=r"^ *[A-Za-z0-9-]+ *$", description="De code van de zone.", examples=["A"]
    )


class ParkeerrechtUit(Uit):
    """Het antwoord, op dit moment."""

    geldig: bool = Field(description="Mag dit kenteken nu in deze zone staan?")
    tot: datetime | None = Field(
        description="Vanaf dit moment niet meer. null: zonder einde, of niet geldig."
    )


class Ingang(Uit):
    """De adressen van deze API."""

    parkeercontroles: str = Field(description="Vraag hier met POST of een kenteken mag staan.")
    openapi: str = Field(description="De beschrijving van deze API.")


router = Router()


@router.get(
    "/",
    response=Ingang,
    auth=None,
    url_name="root",
    operation_id="getIngang",
    tags=["api"],
    summary="Wat er is",
)
def root(request: HttpRequest) -> dict[str, str]:
    """De adressen waar u verder kunt."""
    base = basis_url(HANDHAVING)
    return {"parkeercontroles": f"{base}/parkeercontroles", "openapi": f"{base}/openapi.json"}


@router.post(
    "parkeercontroles",
    response={200: ParkeerrechtUit, 400: Probleem, 401: Probleem, 429: Probleem},
    by_alias=True,
    url_name="parkeercontroles",
    operation_id="controleerParkeerrecht",
    tags=["parkeercontroles"],
    summary="Mag dit kenteken hier staan?",
)
def parkeercontroles(request: HttpRequest, vraag: Parkeervraag) -> Parkeerrecht | HttpResponse:
    """Ja of nee en tot wanneer, uit de vergunningen zoals ze nu zijn. Er wordt niets bewaard."""
    try:
        return check_parkeerrecht(vraag.kenteken, vraag.zone, now=klok.now())
    except ValueError as fout:
        return problem(400, "Ongeldige vraag", f"Controleer kenteken en zone: {fout}.")


@router.api_operation(
    ["GET", "POST", "PUT", "PATCH", "DELETE"],
    "{path:rest}",
    auth=None,
    include_in_schema=False,
    url_name="niets",
)
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Not there, and told as a problem."""
    raise Http404


api = HandhavingAPI(
    title="eloket handhaving",
    version=VERSION,
    description=DESCRIPTION,
    urls_namespace="handhaving-v1",
    docs_url=None,
    auth=Sleutel(),
)


def not_found(request: HttpRequest, fout: Any) -> HttpResponse:
    return problem(404, "Niet gevonden", "Dit is er niet.")


def invalid(request: HttpRequest, fout: Any) -> HttpResponse:
    names = sorted({str(error["loc"][-1]) for error in fout.errors})
    return problem(400, "Ongeldige vraag", f"Controleer: {', '.join(names)}.")


def no_key(request: HttpRequest, fout: Any) -> HttpResponse:
    return problem(401, "Geen toegang", "Stuur een geldige sleutel mee in de header X-API-Key.")


def too_often(request: HttpRequest, fout: Any) -> HttpResponse:
    return problem(
        429,
        "Te vaak",
        "U probeerde te vaak een verkeerde sleutel. Wacht een minuut.",
        {"Retry-After": str(SECONDS)},
    )


for error, handler in {
    Http404: not_found,
    ValidationError: invalid,
    AuthenticationError: no_key,
    TooOften: too_often,
}.items():
    api.add_exception_handler(error, handler)
api.add_router("", router)
