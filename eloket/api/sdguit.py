"""A product under the names of the single digital gateway, as JSON."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field
from pydantic import JsonValue

from eloket.api.adres import basis_url
from eloket.api.bladeren import Pagina, Uit

DAY: dict[str, JsonValue] = {"format": "date"}  # beside the null it may be, as the design rules want it
MARKDOWN = "Markdown; leeg: geen antwoord."


class SdgLinkUit(Uit):
    """Een link."""

    label: str
    url: str = Field(pattern="^https://")


class SdgNaamUit(Uit):
    """Een nationale naam."""

    upn_label: str
    upn_uri: str

    @staticmethod
    def resolve_upn_label(naam: Any) -> str:
        return str(naam.naam)

    @staticmethod
    def resolve_upn_uri(naam: Any) -> str:
        return str(naam.uri)


class SdgOrganisatieUit(Uit):
    """Een organisatie in de lijsten van OWMS."""

    owms_identifier: str
    owms_pref_label: str
    owms_end_date: date | None = Field(json_schema_extra=DAY)


class SdgOpeningstijdenUit(Uit):
    """Per dag van de week de tijden, zoals 09:00 - 17:00."""

    maandag: list[str]
    dinsdag: list[str]
    woensdag: list[str]
    donderdag: list[str]
    vrijdag: list[str]
    zaterdag: list[str]
    zondag: list[str]


class SdgLocatieUit(Uit):
    """Een adres waar iemand langs kan komen."""

    naam: str
    straat: str
    nummer: str
    postcode: str
    plaats: str
    land: str
    openingstijden: SdgOpeningstijdenUit
    openingstijden_opmerking: str


class SdgVertalingUit(Uit):
    """De teksten in één taal."""

    taal: Literal["nl", "en"]
    titel: str = Field(max_length=150)
    tekst: str = Field(description=MARKDOWN)
    links: list[SdgLinkUit]
    procedure_beschrijving: str = Field(description=MARKDOWN)
    bewijs: str = Field(description=MARKDOWN)
    vereisten: str = Field(description=MARKDOWN)
    bezwaar_en_beroep: str = Field(description=MARKDOWN)
    kosten_en_betaalmethoden: str = Field(description=MARKDOWN)
    uiterste_termijn: str = Field(description=MARKDOWN)
    wtd_bij_geen_reactie: str = Field(description=MARKDOWN)
    procedure_link: SdgLinkUit | None
    product_aanwezig_toelichting: str = Field(description="Waarom de gemeente dit niet zelf regelt.")
    product_valt_onder_toelichting: str = Field(description="Waar dit product dan bij hoort.")
    datum_wijziging: datetime | None


class SdgProductUit(Uit):
    """Een product onder één nationale naam."""

    url: str
    uuid: UUID
    upn_label: str
    upn_uri: str
    publicatie_datum: date | None = Field(json_schema_extra=DAY)
    product_aanwezig: bool
    product_valt_onder: SdgNaamUit | None
    verantwoordelijke_organisatie: SdgOrganisatieUit
    bevoegde_organisatie: SdgOrganisatieUit
    locaties: list[SdgLocatieUit]
    doelgroep: Literal["eu-burger", "eu-bedrijf"]
    beschikbare_talen: list[Literal["nl", "en"]]
    vertalingen: list[SdgVertalingUit]

    @staticmethod
    def resolve_url(product: Any) -> str:
        return f"{basis_url()}/sdg/producten/{product.uuid}"


class SdgPaginaUit(Pagina):
    """Eén pagina van de lijst voor de single digital gateway."""

    producten: list[SdgProductUit]
