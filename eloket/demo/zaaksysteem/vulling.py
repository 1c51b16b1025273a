"""What is there on the first day: the zaaktypen of the gemeente, and the same zaken of Bram."""

from datetime import datetime

from eloket.demo.personen import get_persoon
from eloket.demo.voorbeelden import Besluit, Voorbeeld, day_in_rietwaard, list_voorbeelden
from eloket.demo.zaaksysteem.bureau import Bureau
from eloket.demo.zgwregister.demotypen import add_demotypen
from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.vraag import Json


def fill(register: Register, *, met_zaken: bool, now: datetime) -> None:
    """`met_zaken`: not beside the built-in register, which has those of Bram already."""
    add_demotypen(register)
    bureau = Bureau(register)
    for voorbeeld in list_voorbeelden(now) if met_zaken else []:
        _load(bureau, voorbeeld)


def _load(bureau: Bureau, voorbeeld: Voorbeeld) -> None:
    zaak = _open(bureau, voorbeeld)
    if voorbeeld.besluit:
        _decide(bureau, zaak, voorbeeld.besluit)
    steps = bureau.parts("statustypen", zaak)
    for stap in voorbeeld.stappen:
        found = [
            each for each in bureau.parts("resultaattypen", zaak) if each["omschrijving"] == stap.resultaat
        ]
        bureau.set_status(
            zaak,
            steps[stap.volgnummer - 1]["url"],
            stap.toelichting,
            resultaattype=found[0]["url"] if found else "",
            moment=stap.moment.isoformat(),
        )
    if voorbeeld.vraag:
        bureau.change_zaak(zaak, opschorting={"indicatie": True, "reden": voorbeeld.vraag.tekst})


def _open(bureau: Bureau, voorbeeld: Voorbeeld) -> Json:
    register = bureau.register
    [zaaktype] = [row for row in register.list("zaaktypen") if row["identificatie"] == voorbeeld.zaaktype]
    day, bram = day_in_rietwaard(voorbeeld.begonnen), get_persoon("bram")
    made = bureau.open_zaak(voorbeeld.nummer, zaaktype, voorbeeld.omschrijving, day, bram)
    if voorbeeld.uiterlijk:
        bureau.change_zaak(made, uiterlijkeEinddatumAfdoening=voorbeeld.uiterlijk.isoformat())
    zaak = register.get("zaken", made["uuid"])
    first = bureau.parts("statustypen", zaak)[0]["url"]
    bureau.set_status(zaak, first, "", moment=voorbeeld.begonnen.isoformat())
    return zaak


def _decide(bureau: Bureau, zaak: Json, besluit: Besluit) -> None:
    [soort] = [each for each in bureau.besluittypen(zaak) if each["omschrijving"] == besluit.soort]
    number = f"{zaak['identificatie']}-B1"
    bureau.take_besluit(zaak, number, soort, besluit.toelichting, day_in_rietwaard(besluit.moment))
