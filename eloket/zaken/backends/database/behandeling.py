"""What employees do with zaken of the built-in register: the ability `Behandelend`."""

from collections.abc import Iterator
from datetime import date, datetime

from eloket.lib.partij import Partij, from_dict
from eloket.zaken import models
from eloket.zaken.backends.base import (
    Archiefuitkomst,
    Behandelend,
    Bereik,
    Besluit,
    Controlerend,
    Document,
    Dossier,
    Gebeurtenis,
    NieuwBesluit,
    NieuweNotitie,
    NieuweOpschorting,
    NieuweStatus,
    NieuweToewijzing,
    NieuweVerlenging,
    NieuwVerzoek,
    Notitie,
    Pagina,
    Verdeling,
    Verzoek,
    Werkfilter,
    Werklast,
    Werkstuk,
    Zaak,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.database import (
    aanvulling,
    archief,
    behandelen,
    besluiten,
    documenten,
    geschiedenis,
    relaties,
    stilstand,
    toewijzen,
    werk,
    zienswijze,
)
from eloket.zaken.backends.database.vertaling import to_besluittype, to_betrokkene
from eloket.zaken.backends.database.vinden import read_zaak
from eloket.zaken.regels import Richting, RolOmschrijving


class Behandeling(Behandelend, Controlerend):
    """Behind the back office."""

    def list_werkvoorraad(
        self, *, filter: Werkfilter, bereik: Bereik, page: int, page_size: int
    ) -> Pagina[Werkstuk]:
        return werk.list_werk(filter, bereik, page=page, page_size=page_size)

    def count_werkvoorraad(self, *, filter: Werkfilter, bereik: Bereik, maximum: int) -> int:
        return werk.select(filter, bereik)[:maximum].count()

    def list_geschiedenis(self, identificatie: str) -> tuple[Gebeurtenis, ...]:
        return geschiedenis.list_gebeurtenissen(identificatie)

    def list_zaaktypenamen(self, *, bereik: Bereik) -> list[tuple[str, str]]:
        return werk.list_zaaktypenamen(bereik)

    def list_statusnamen(self, *, bereik: Bereik) -> list[str]:
        steps = models.Statustype.objects.filter(zaaktype__in=werk.zaaktypen_within(bereik))
        return list(steps.order_by("omschrijving").values_list("omschrijving", flat=True).distinct())

    def get_dossier(self, identificatie: str) -> Dossier:
        zaak = read_zaak(models.Zaak.objects.all(), identificatie, resultaattypen=True)
        row = models.Zaak.objects.get(identificatie=identificatie)
        soorten = models.Informatieobjecttype.objects.filter(zaaktype=row.zaaktype_id)
        return Dossier(
            zaak=zaak,
            betrokkenen=tuple(to_betrokkene(rol) for rol in row.rollen.order_by("pk")),
            eigenschappen={feit.naam: feit.waarde for feit in row.eigenschappen.order_by("naam")},
            documenten=documenten.list_documenten(_documents_of(identificatie)),
            besluiten=besluiten.list_all(identificatie),
            notities=tuple(Notitie(each.tekst, each.door, each.created_at) for each in row.notities.all()),
            behandelaar=row.behandelaar,
            besluittypen=tuple(
                to_besluittype(soort) for soort in models.Besluittype.objects.filter(zaaktype=row.zaaktype_id)
            ),
            informatieobjecttypen=tuple(soort.omschrijving for soort in soorten),
            betreft=relaties.list_betreft(row),
            ingekomen=relaties.list_ingekomen(row),
            intern=frozenset(each.omschrijving for each in soorten if each.richting == Richting.INTERN),
            verzoeken=aanvulling.list_verzoeken(identificatie),
        )

    def get_initiator(self, identificatie: str) -> Partij | None:
        rol = models.Rol.objects.filter(
            zaak__identificatie=identificatie, rol=RolOmschrijving.INITIATOR
        ).first()
        if rol is None and not models.Zaak.objects.filter(identificatie=identificatie).exists():
            raise ZaakNotFound(identificatie)
        return from_dict(rol.partij) if rol else None

    def open_dossierstuk(self, identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
        return documenten.open_document(_documents_of(identificatie), id)

    def list_archiefuitkomsten(self, identificatie: str, *, op: date) -> tuple[Archiefuitkomst, ...]:
        row = models.Zaak.objects.filter(identificatie=identificatie).first()
        if row is None:
            raise ZaakNotFound(identificatie)
        return archief.list_uitkomsten(row, op=op)

    def set_status(self, identificatie: str, nieuw: NieuweStatus, *, now: datetime) -> Zaak:
        behandelen.set_status(identificatie, nieuw, now=now)
        return _read(identificatie)

    def suspend_zaak(self, identificatie: str, nieuw: NieuweOpschorting, *, now: datetime) -> Zaak:
        stilstand.suspend(identificatie, nieuw, now=now)
        return _read(identificatie)

    def resume_zaak(self, identificatie: str, *, tot: date, now: datetime) -> Zaak:
        stilstand.resume(identificatie, tot=tot, now=now)
        return _read(identificatie)

    def extend_zaak(self, identificatie: str, nieuw: NieuweVerlenging, *, now: datetime) -> Zaak:
        stilstand.extend(identificatie, nieuw, now=now)
        return _read(identificatie)

    def request_aanvulling(self, identificatie: str, nieuw: NieuwVerzoek, *, now: datetime) -> Verzoek:
        return aanvulling.request(identificatie, nieuw, now=now)

    def list_verstreken(self, *, op: date, limit: int) -> tuple[str, ...]:
        return aanvulling.list_verstreken(op=op, limit=limit)

    def set_verzoek_gezien(self, identificatie: str, verzoek: str, *, door: str, now: datetime) -> None:
        aanvulling.set_gezien(identificatie, verzoek, door=door, now=now)

    def request_zienswijze(self, identificatie: str, *, tot: date, now: datetime) -> Zaak:
        zienswijze.request(identificatie, tot=tot, now=now)
        return _read(identificatie)

    def take_besluit(self, identificatie: str, nieuw: NieuwBesluit, *, now: datetime) -> Besluit:
        return besluiten.take(identificatie, nieuw, now=now)

    def announce_besluit(
        self, identificatie: str, besluit: str, *, verzenddatum: date, now: datetime
    ) -> Besluit:
        return besluiten.announce(identificatie, besluit, verzenddatum=verzenddatum, now=now)

    def assign_zaak(self, identificatie: str, nieuw: NieuweToewijzing, *, now: datetime) -> None:
        toewijzen.assign(identificatie, nieuw, now=now)

    def get_verdeling(self, identificatie: str) -> Verdeling:
        return toewijzen.get_verdeling(identificatie)

    def list_werklast(self, *, bereik: Bereik, op: date) -> tuple[Werklast, ...]:
        return werk.count_per_behandelaar(bereik, op=op)

    def add_notitie(self, identificatie: str, nieuw: NieuweNotitie, *, now: datetime) -> None:
        if not nieuw.tekst.strip():
            raise ZaakRejected("een notitie heeft tekst")
        zaak = models.Zaak.objects.filter(identificatie=identificatie).first()
        if zaak is None:
            raise ZaakNotFound(identificatie)
        zaak.notities.create(tekst=nieuw.tekst, door=nieuw.door, created_at=now)

    def set_controle(self, identificatie: str, *, klopt: bool, door: str, now: datetime) -> None:
        behandelen.set_controle(identificatie, klopt=klopt, door=door, now=now)


def _read(identificatie: str) -> Zaak:
    return read_zaak(models.Zaak.objects.all(), identificatie, resultaattypen=True)


def _documents_of(identificatie: str) -> models.document.DocumentQuerySet:
    return models.Document.objects.filter(zaak__identificatie=identificatie)
