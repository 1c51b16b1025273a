"""Opening a zaak, a step at a time; a retry goes on where the one before it stopped.

First the number, which is ours; the first status last, for that tells the world that the zaak is complete.
What came of each step is noted before the next one begins. Of a step that was not noted the answer may have
got lost, so on a retry the register itself is asked how far it came.
"""

from datetime import datetime

from eloket.zaken.backends.base import (
    NieuweZaak,
    RegisterUnavailable,
    Voortgang,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.zgw.betrokkenen import Betrokkenen, list_present
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.eerste_status import set_first_status
from eloket.zaken.backends.zgw.fouten import Afgekeurd
from eloket.zaken.backends.zgw.ingevuld import Ingevuld
from eloket.zaken.backends.zgw.kenmerken import NUMMER, make_kenmerken, read_kenmerk
from eloket.zaken.backends.zgw.lezen import Lezer
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding
from eloket.zaken.termijnen import InvalidDuur, Zaaktermijnen, compute_zaaktermijnen, day_of

VERLOPEN = ("not-valid", "not-published", "does_not_exist")
ZAAK, STATUS = "zaak", "status"


class Opener:
    def __init__(self, verbinding: Verbinding, catalogus: Catalogus, lezer: Lezer) -> None:
        self._verbinding, self._catalogus, self._lezer = verbinding, catalogus, lezer
        self._chosen = verbinding.instellingen
        self._betrokkenen = Betrokkenen(verbinding, catalogus)
        self._ingevuld = Ingevuld(verbinding, catalogus)

    def begin(self, nieuw: NieuweZaak, voortgang: Voortgang, *, now: datetime) -> None:
        """Everything that comes before the documents.

        Errors: `ZaakRejected`, also when the number is another zaak's.
        """
        _check(nieuw)
        zaak = self._ensure_zaak(nieuw, voortgang, now)
        if not zaak.get("status"):  # with a status it is complete
            self._add_people(zaak, nieuw, voortgang)
            self._ingevuld.add(zaak, nieuw.eigenschappen, voortgang)

    def complete(self, identificatie: str, voortgang: Voortgang, *, now: datetime) -> None:
        """Set the first status unless there is one: a behandelaar may be early. Errors: `ZaakNotFound`."""
        if STATUS in voortgang:
            return
        zaak = self._lezer.find(identificatie)
        if zaak is None:
            raise ZaakNotFound(identificatie)
        if not zaak.get("status"):
            set_first_status(self._verbinding, self._catalogus, zaak, now=now)
        voortgang.note(STATUS, "")

    # --- The zaak -----

    def _ensure_zaak(self, nieuw: NieuweZaak, voortgang: Voortgang, now: datetime) -> Json:
        """The zaak as it is now, with what an earlier try gave it."""
        if ZAAK in voortgang:
            if zaak := self._recall(nieuw):
                return zaak
            voortgang.forget()  # the register lost it: a backup was put back
        zaak = self._create(nieuw, now) or self._recall(nieuw)
        if zaak is None:
            raise RegisterUnavailable(
                "het register kent het nummer, en geeft de zaak niet: nog niet, of eloket mag haar niet lezen"
            )
        voortgang.note(ZAAK, zaak["url"])
        return zaak

    def _create(self, nieuw: NieuweZaak, now: datetime) -> Json | None:
        """A new zaak; None when there is one with this number."""
        try:
            return self._post_zaak(nieuw, now)
        except Afgekeurd as error:
            if error.has("identificatie-niet-uniek"):
                return None
            if not any(error.has(code) for code in VERLOPEN):
                raise
        # A new version of the zaaktype was published since we asked: ask again, once.
        self._catalogus.forget()
        return self._post_zaak(nieuw, now)

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

    def _recall(self, nieuw: NieuweZaak) -> Json | None:
        """What an earlier call made. A zaak of somebody else under our number is never taken for it."""
        zaak = self._lezer.find(nieuw.identificatie)
        if zaak is not None and read_kenmerk(zaak, NUMMER) != nieuw.identificatie:
            raise ZaakRejected(f"het nummer {nieuw.identificatie} is al van een andere zaak in het register")
        return zaak

    # --- Who takes part -----

    def _add_people(self, zaak: Json, nieuw: NieuweZaak, voortgang: Voortgang) -> None:
        present = list_present(zaak)
        for generiek, fields in self._betrokkenen.list_rollen(nieuw):
            stap = f"rol {generiek}"
            if stap not in voortgang:
                url = "" if generiek in present else self._betrokkenen.add(zaak, generiek, fields)
                voortgang.note(stap, url)


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
