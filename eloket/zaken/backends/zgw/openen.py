"""Opening a zaak, a step at a time; a retry goes on where the one before it stopped.

The register itself says how far it came: an answer that got lost was written down there all the same. First
the number, which is ours; the first status last, for that tells the world that the zaak is complete.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

import structlog

from eloket.lib.partij import Partij
from eloket.zaken.backends.base import (
    Medewerker,
    NieuweZaak,
    RegisterMisconfigured,
    RegisterUnavailable,
    ZaakRejected,
)
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.kenmerken import NUMMER, make_kenmerken, read_kenmerk
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.personen import INITIATOR, contact_of, identity_of
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding
from eloket.zaken.termijnen import InvalidDuur, Zaaktermijnen, compute_zaaktermijnen, day_of

logger = structlog.get_logger(__name__)
BELANGHEBBENDE, KLANTCONTACTER = "belanghebbende", "klantcontacter"
OVERIG = "eloketAanvraag"
VERLOPEN = ("not-valid", "not-published", "does_not_exist")


class Opener:
    def __init__(self, verbinding: Verbinding, catalogus: Catalogus, lezer: Lezer) -> None:
        self._verbinding, self._catalogus, self._lezer = verbinding, catalogus, lezer
        self._chosen = verbinding.instellingen

    def open(self, nieuw: NieuweZaak, *, now: datetime) -> None:
        """Errors: `ZaakRejected`, also when the number is another zaak's."""
        _check(nieuw)
        zaak, is_new = self._create(nieuw, now)
        if not is_new:
            zaak = self._recall(nieuw)
        if zaak.get("status"):
            return  # all was done before
        self._add_people(zaak, nieuw)
        self._add_eigenschappen(zaak, nieuw, is_new=is_new)
        self._set_first_status(zaak, now)

    # --- The zaak -----

    def _create(self, nieuw: NieuweZaak, now: datetime) -> tuple[Json, bool]:
        """The zaak and True, or nothing and False when the number is there already."""
        try:
            return self._post_zaak(nieuw, now), True
        except Afgekeurd as error:
            if error.has("identificatie-niet-uniek"):
                return {}, False
            if not any(error.has(code) for code in VERLOPEN):
                raise
        # A new version of the zaaktype was published since we asked: ask again, once.
        self._catalogus.forget()
        return self._post_zaak(nieuw, now), True

    def _post_zaak(self, nieuw: NieuweZaak, now: datetime) -> Json:
        wanted = nieuw.zaaktype or self._chosen.zaaktype
        zaaktype = self._catalogus.find_version(wanted, day_of(now))
        if zaaktype is None:
            raise ZaakRejected(f"zaaktype {wanted!r} bestaat niet of is vandaag niet geldig")
        url = self._verbinding.url("zaken", "zaken")
        return dict(self._verbinding.post(url, self._fields(nieuw, zaaktype, now)))

    def _fields(self, nieuw: NieuweZaak, zaaktype: Json, now: datetime) -> Json:
        return {
            "identificatie": nieuw.identificatie,
            "bronorganisatie": self._chosen.bronorganisatie,
            "verantwoordelijkeOrganisatie": self._chosen.bronorganisatie,
            "zaaktype": zaaktype["url"],
            "omschrijving": nieuw.omschrijving or zaaktype["omschrijving"],
            "startdatum": nieuw.startdatum.isoformat(),
            "registratiedatum": day_of(now).isoformat(),
            "kenmerken": make_kenmerken(nieuw),
            **_dates(nieuw, zaaktype, now),
            **self._relatie(nieuw),
        }

    def _relatie(self, nieuw: NieuweZaak) -> Json:
        if nieuw.relatie is None:
            return {}
        other = self._lezer.find(nieuw.relatie.zaak) if nieuw.relatie.zaak != nieuw.identificatie else None
        if other is None:
            raise ZaakRejected(f"de zaak {nieuw.relatie.zaak} bestaat niet")
        return {"relevanteAndereZaken": [{"url": other["url"], "aardRelatie": nieuw.relatie.aard.value}]}

    def _recall(self, nieuw: NieuweZaak) -> Json:
        """What an earlier call made. A zaak of somebody else under our number is never taken for it."""
        zaak = self._lezer.find(nieuw.identificatie)
        if zaak is None:
            raise RegisterUnavailable("het register kent het nummer, en geeft de zaak nog niet")
        if read_kenmerk(zaak, NUMMER) != nieuw.identificatie:
            raise ZaakRejected(f"het nummer {nieuw.identificatie} is al van een andere zaak in het register")
        return zaak

    # --- Who takes part -----

    def _add_people(self, zaak: Json, nieuw: NieuweZaak) -> None:
        present = {rol["omschrijvingGeneriek"] for rol in (zaak.get("_expand") or {}).get("rollen") or ()}
        if nieuw.belanghebbende is not None and INITIATOR not in present:
            self._add_rol(zaak, INITIATOR, self._initiator(nieuw, nieuw.belanghebbende))
        if isinstance(nieuw.handelende, Medewerker):
            generiek, rol = KLANTCONTACTER, _employee(nieuw.handelende)
        elif nieuw.handelende is not None and nieuw.handelende != nieuw.belanghebbende:
            generiek, rol = BELANGHEBBENDE, self._handelende(nieuw, nieuw.handelende)
        else:
            return
        if generiek not in present:
            self._add_rol(zaak, generiek, rol)

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
        kind, identity = identity_of(partij, self._chosen.kvk_veld)
        return {
            "betrokkeneType": kind,
            "betrokkeneIdentificatie": identity,
            "contactpersoonRol": contact_of(partij, naam, email),
        }

    def _add_rol(self, zaak: Json, generiek: str, fields: Json) -> None:
        rows = self._catalogus.list_delen("roltypen", zaak["zaaktype"])
        roltype = next((row["url"] for row in rows if row["omschrijvingGeneriek"] == generiek), None)
        if roltype is None:
            self._miss_roltype(zaak, generiek)
            return
        content = {"zaak": zaak["url"], "roltype": roltype, **fields}
        try:
            self._verbinding.post(self._verbinding.url("zaken", "rollen"), content)
        except Afgekeurd as error:
            if not error.has("max-occurences"):  # spelled so; another worker was first
                raise

    def _miss_roltype(self, zaak: Json, generiek: str) -> None:
        """Without an initiator nobody would ever see the zaak; any other rol is missed, and said."""
        if generiek == INITIATOR:
            raise RegisterMisconfigured("het zaaktype heeft geen roltype voor de initiator")
        logger.warning("zgw_roltype_ontbreekt", zaak=zaak["identificatie"], roltype=generiek)

    # --- What was filled in -----

    def _add_eigenschappen(self, zaak: Json, nieuw: NieuweZaak, *, is_new: bool) -> None:
        """The server takes the same one twice, so on a retry we look first."""
        if not nieuw.eigenschappen:
            return
        rows = self._catalogus.list_delen("eigenschappen", zaak["zaaktype"])
        known = {row["naam"]: row["url"] for row in rows}
        url = f"{zaak['url']}/zaakeigenschappen"
        present = set() if is_new else {row["naam"] for row in self._verbinding.list_all(url)}
        for naam, waarde in nieuw.eigenschappen.items():
            if naam in known and naam not in present and waarde:
                body = {"zaak": zaak["url"], "eigenschap": known[naam], "waarde": waarde}
                self._verbinding.post(url, body)
        rest = {naam: waarde for naam, waarde in nieuw.eigenschappen.items() if naam not in known}
        if rest and not (zaak.get("zaakobjecten") or ()):
            self._add_object(zaak, rest)

    def _add_object(self, zaak: Json, rest: Mapping[str, str]) -> None:
        """A name that the zaaktype lacks is kept all the same: refusing an aanvraag over it helps nobody."""
        content = {
            "zaak": zaak["url"],
            "objectType": "overige",
            "objectTypeOverige": OVERIG,
            "relatieomschrijving": "Wat de aanvrager invulde",
            "objectIdentificatie": {"overigeData": dict(rest)},
        }
        self._verbinding.post(self._verbinding.url("zaken", "zaakobjecten"), content)

    # --- The end of the beginning -----

    def _set_first_status(self, zaak: Json, now: datetime) -> None:
        rows = self._catalogus.list_delen("statustypen", zaak["zaaktype"])
        if not rows:
            raise RegisterMisconfigured("het zaaktype heeft geen statustypen")
        content = {"zaak": zaak["url"], "statustype": rows[0]["url"], "statustoelichting": ""}
        url = self._verbinding.url("zaken", "statussen")
        try:
            self._verbinding.post(url, {**content, "datumStatusGezet": _stamp(now)})
        except Afgekeurd as error:
            if error.has("date-in-future"):  # its clock is behind ours
                moment = self._their_time(zaak["url"], now)
                self._verbinding.post(url, {**content, "datumStatusGezet": _stamp(moment)})
            elif not error.has("unique"):
                raise

    def _their_time(self, url: str, now: datetime) -> datetime:
        """What the register thinks that it is; never later than we think."""
        theirs = self._verbinding.ask("GET", url).tijd
        return min(now, theirs) if theirs else now


def _employee(medewerker: Medewerker) -> Json:
    return {
        "betrokkeneType": "medewerker",
        "betrokkeneIdentificatie": {"identificatie": medewerker.identificatie[:24]},
        "roltoelichting": "Ingevuld aan de balie",
    }


def _check(nieuw: NieuweZaak) -> None:
    if reasons := nieuw.list_too_long():
        raise ZaakRejected(*reasons)


def _dates(nieuw: NieuweZaak, zaaktype: Json, now: datetime) -> Json:
    """By the law, which counts weekends and feestdagen; a server would only add days."""
    try:
        found = _compute(nieuw, zaaktype, now)
    except InvalidDuur:
        return {}
    dates = {"einddatumGepland": found.gepland, "uiterlijkeEinddatumAfdoening": found.uiterlijk}
    return {name: termijn.einddatum.isoformat() for name, termijn in dates.items() if termijn}


def _compute(nieuw: NieuweZaak, zaaktype: Json, now: datetime) -> Zaaktermijnen:
    return compute_zaaktermijnen(
        nieuw.startdatum,
        servicenorm=zaaktype.get("servicenorm") or "",
        doorlooptijd=zaaktype.get("doorlooptijd") or "",
        vandaag=day_of(now),
        vanaf=nieuw.termijn_vanaf,
    )


def _stamp(moment: datetime) -> str:
    """In UTC: a moment without a zone is the server's own time."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
