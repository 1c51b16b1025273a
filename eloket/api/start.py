"""What there is."""

from django.http import HttpRequest
from ninja import Field, Router
from ninja.decorators import decorate_view

from eloket.api.adres import basis_url
from eloket.api.bladeren import Uit
from eloket.website.services import public_page

router = Router(tags=["api"])


class Ingangen(Uit):
    """De adressen van deze API."""

    producten: str = Field(description="De producten.")
    sdg_producten: str = Field(description="De producten onder de namen van de single digital gateway.")
    openapi: str = Field(description="De beschrijving van deze API.")


@router.get(
    "/", response=Ingangen, by_alias=True, url_name="root", operation_id="getIngangen", summary="Wat er is"
)
@decorate_view(public_page())
def root(request: HttpRequest) -> dict[str, str]:
    """De adressen waar u verder kunt."""
    base = basis_url()
    return {
        "producten": f"{base}/producten",
        "sdg_producten": f"{base}/sdg/producten",
        "openapi": f"{base}/openapi.json",
    }
