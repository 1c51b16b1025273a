"""Who takes part in a zaak that is being opened, as rollen of ZGW."""

from collections.abc import Iterator

import structlog

from eloket.lib.partij import Partij
from eloket.zaken.backends.base import Medewerker, NieuweZaak, RegisterMisconfigured
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.personen import INITIATOR, contact_of, identity_of
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding

logger = structlog.get_logger(__name__)
BELANGHEBBENDE, KLANTCONTACTER = "belanghebbende", "klantcontacter"


class Betrokkenen:
    def __init__(self, verbinding: Verbinding, catalogus: Catalogus) -> None:
        self._verbinding, self._catalogus = verbinding, catalogus
        self._kvk_veld = verbinding.instellingen.kvk_veld

    def list_rollen(self, nieuw: NieuweZaak) -> Iterator[tuple[str, Json]]:
        """The omschrijving generiek of each rol and its fields; the initiator first."""
        if nieuw.belanghebbende is not None:
            yield INITIATOR, self._initiator(nieuw, nieuw.belanghebbende)
        if isinstance(nieuw.handelende, Medewerker):
            yield KLANTCONTACTER, _employee(nieuw.handelende)
        elif nieuw.handelende is not None and nieuw.handelende != nieuw.belanghebbende:
            yield BELANGHEBBENDE, self._handelende(nieuw, nieuw.handelende)

    def add(self, zaak: Json, generiek: str, fields: Json) -> str:
        """The URL of the rol; "" when it is there already, or has no place in this zaaktype."""
        rows = self._catalogus.list_delen("roltypen", zaak["zaaktype"])
        roltype = next((row["url"] for row in rows if row["omschrijvingGeneriek"] == generiek), None)
        if roltype is None:
            return _miss_roltype(zaak, generiek)
        content = {"zaak": zaak["url"], "roltype": roltype, **fields}
        try:
            return str(self._verbinding.post(self._verbinding.url("zaken", "rollen"), content)["url"])
        except Afgekeurd as error:
            if not error.has("max-occurences"):  # spelled so; another worker was first
                raise
            return ""

    def _initiator(self, nieuw: NieuweZaak, partij: Partij) -> Json:
        to_check = nieuw.te_controleren and nieuw.handelende is None
        return {
            **self._rol_of(partij, nieuw.belanghebbende_naam, nieuw.email),
            "roltoelichting": "Aanvrager, nog te controleren" if to_check else "Aanvrager via e-loket",
        }

    def _handelende(self, nieuw: NieuweZaak, partij: Partij) -> Json:
        how = nieuw.hoedanigheid or "gemachtigde"
        return {
            **self._rol_of(partij, nieuw.handelende_naam, ""),
            "roltoelichting": f"{how}{', nog te controleren' if nieuw.te_controleren else ''}",
            "indicatieMachtiging": "gemachtigde",
        }

    def _rol_of(self, partij: Partij, naam: str, email: str) -> Json:
        kind, identity = identity_of(partij, self._kvk_veld)
        return {
            "betrokkeneType": kind,
            "betrokkeneIdentificatie": identity,
            "contactpersoonRol": contact_of(partij, naam, email),
        }


def list_present(zaak: Json) -> set[str]:
    """The rollen that came along with a zaak, by omschrijving generiek."""
    return {rol["omschrijvingGeneriek"] for rol in (zaak.get("_expand") or {}).get("rollen") or ()}


def _miss_roltype(zaak: Json, generiek: str) -> str:
    """Without an initiator nobody would ever see the zaak; any other rol is missed, and said."""
    if generiek == INITIATOR:
        raise RegisterMisconfigured("het zaaktype heeft geen roltype voor de initiator")
    logger.warning("zgw_roltype_ontbreekt", zaak=zaak["identificatie"], roltype=generiek)
    return ""


def _employee(medewerker: Medewerker) -> Json:
    return {
        "betrokkeneType": "medewerker",
        "betrokkeneIdentificatie": {"identificatie": medewerker.identificatie[:24]},
        "roltoelichting": "Ingevuld aan de balie",
    }
