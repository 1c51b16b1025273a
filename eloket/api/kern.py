"""The API as a whole: its description, its errors, and what is not there."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from eloket.api.adres import VERSION, basis_url
from eloket.api.openapi import DESCRIPTION, complete
from eloket.api.problemen import problem


class EloketAPI(NinjaAPI):
    """Describes itself as the design rules ask."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> Any:
        schema = super().get_openapi_schema(path_prefix="", path_params=path_params)
        return complete(schema, server=basis_url())


def make_api() -> EloketAPI:
    """The API without its addresses."""
    api = EloketAPI(
        title="eloket", version=VERSION, description=DESCRIPTION, urls_namespace="api-v1", docs_url=None
    )
    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(ValidationError, invalid)
    return api


def not_found(request: HttpRequest, fout: Any) -> HttpResponse:
    return problem(404, "Niet gevonden", "Dit is er niet, of niet in deze taal.")


def invalid(request: HttpRequest, fout: Any) -> HttpResponse:
    names = sorted({str(error["loc"][-1]) for error in fout.errors})
    return problem(400, "Ongeldige vraag", f"Controleer: {', '.join(names)}.")
