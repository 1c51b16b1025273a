"""A product as JSON, made from `producten.services.Product`."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from ninja import Field

from eloket.api.bladeren import Pagina, Uit

BEDRAG = r"^\d+\.\d{2}$"


class NaamUit(Uit):
    """Een naam uit de uniforme productnamenlijst (UPL)."""

    naam: str
    uri: str
    sdg: list[str] = Field(description="Codes van de single digital gateway.")

    @staticmethod
    def resolve_sdg(naam: Any) -> list[str]:
        return [code for code in naam.sdg.split(";") if code]


class PaginaverwijzingUit(Uit):
    """Een andere pagina op de site."""

    slug: str
    titel: str
    url: str


class EldersUit(Uit):
    """De andere organisatie die dit regelt."""

    naam: str
    url: str


class TariefUit(Uit):
    """Een rij van de tarieventabel, op deze dag."""

    code: str
    naam: str
    artikel: str
    bedrag: str | None = Field(pattern=BEDRAG, description="In euro. null: niet bekend, dus niet gratis.")
    vanaf: date | None = Field(description="De eerste dag waarop dit bedrag geldt.")
    straks: str | None = Field(pattern=BEDRAG, description="Het volgende bedrag, als dat bekend is.")
    straks_vanaf: date | None = Field(description="De eerste dag waarop het volgende bedrag geldt.")

    @staticmethod
    def resolve_bedrag(regel: Any) -> str | None:
        return _bedrag(regel.bedrag)

    @staticmethod
    def resolve_straks(regel: Any) -> str | None:
        return _bedrag(regel.straks)


class KostenUit(Uit):
    """Wat het kost."""

    soort: Literal["", "tarief", "gratis", "verschilt", "elders"]
    kort: str = Field(description="In een paar woorden.")
    uitleg: str
    tarieven: list[TariefUit]


class TermijnUit(Uit):
    """Hoe lang het duurt."""

    aantal: int | None
    eenheid: Literal["", "direct", "werkdagen", "dagen", "weken", "maanden", "geen"]
    soort: Literal["", "wet", "verordening", "dienstnorm"]
    grondslag: str
    uitleg: str


class KanaalUit(Uit):
    """Hoe het via één kanaal gaat (S.T.E.P.)."""

    kanaal: Literal["schriftelijk", "telefoon", "elektronisch", "persoonlijk"]
    te_regelen: bool = Field(description="false: via dit kanaal krijgt u alleen uitleg of een afspraak.")
    tekst: str
    adres: str = Field(description="Leeg: het gewone adres of nummer van de gemeente.")


class VraagUit(Uit):
    """Een veelgestelde vraag met het antwoord."""

    vraag: str
    antwoord: str
    anker: str = Field(description="De plek op de pagina van het product.")


class OrganisatieUit(Uit):
    """Een organisatie; `uri` is de naam in de lijsten van OWMS."""

    naam: str
    soort: Literal["Gemeente", "Provincie", "Waterschap", "GGD", "Rijk", "Anders"]
    uri: str


class ProductUit(Uit):
    """Een product in één taal."""

    id: UUID = Field(description="Dezelfde in elke taal.")
    slug: str
    url: str
    taal: Literal["nl", "en"]
    titel: str
    samenvatting: str
    doelgroepen: list[Literal["burger", "ondernemer"]]
    volwassenheid: Literal["informatie", "aanvraag", "uitgifte"]
    uniforme_productnamen: list[NaamUit]
    themas: list[PaginaverwijzingUit]
    synoniemen: list[str]
    wat: str
    voor_wie: str
    bewijs: str
    hoe: str
    elders: EldersUit | None
    kosten: KostenUit
    termijn: TermijnUit
    geen_reactie: str
    bezwaar: str
    kanalen: list[KanaalUit]
    vragen: list[VraagUit]
    verwant: list[PaginaverwijzingUit]
    identificatie: Literal["geen", "digid", "eherkenning", "beide"]
    niveau: int | None = Field(description="Het betrouwbaarheidsniveau van het inloggen, van 0 tot 40.")
    verantwoordelijke: OrganisatieUit | None
    bevoegde: OrganisatieUit | None
    aanvraag_url: str = Field(description="Waar u online begint; leeg als dat niet kan.")
    afspraak_url: str
    gewijzigd: datetime | None = Field(description="Wanneer de tekst of een bedrag het laatst veranderde.")
    gepubliceerd: datetime | None

    @staticmethod
    def resolve_elders(product: Any) -> dict[str, str] | None:
        return {"naam": product.elders_naam, "url": product.elders_url} if product.elders_naam else None

    @staticmethod
    def resolve_kosten(product: Any) -> dict[str, Any]:
        return {
            "soort": product.kosten_soort,
            "kort": product.kosten_kort,
            "uitleg": product.kosten,
            "tarieven": list(product.tarieven),
        }

    @staticmethod
    def resolve_termijn(product: Any) -> dict[str, Any]:
        numbers = {name: getattr(product, f"termijn_{name}") for name in _termijn_names()}
        return {**numbers, "uitleg": product.termijn}

    @staticmethod
    def resolve_gewijzigd(product: Any) -> datetime | None:
        return product.bijgewerkt


class ProductenPagina(Pagina):
    """Eén pagina van de lijst van producten."""

    producten: list[ProductUit]


def _termijn_names() -> Iterable[str]:
    return ("aantal", "eenheid", "soort", "grondslag")


def _bedrag(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else f"{bedrag:.2f}"
