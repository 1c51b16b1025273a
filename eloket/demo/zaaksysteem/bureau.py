"""What an employee does in the register, by the same calls as any other client.

So the same rules hold, and whoever has an abonnement hears of it.
"""

import base64
import json
from datetime import date, timedelta
from functools import partial
from typing import Any

from eloket.demo.personen import Persoon
from eloket.demo.zgwregister.besluiten import create_besluit, create_besluitdocument
from eloket.demo.zgwregister.catalogus import RSIN
from eloket.demo.zgwregister.documenten import create_document
from eloket.demo.zgwregister.register import Applicatie, Register
from eloket.demo.zgwregister.rollen import create_part, create_rol
from eloket.demo.zgwregister.statussen import create_resultaat, create_status
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag
from eloket.demo.zgwregister.zaken import change_zaak, create_zaak

AUTEUR = "Gemeente Rietwaard"
_INTERN = Applicatie("")  # it comes in by no door: it sits inside


class Bureau:
    """Errors of each: `Fout`, with what the register has against it."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def open_zaak(
        self, nummer: str, zaaktype: Json, omschrijving: str, start: date, persoon: Persoon
    ) -> Json:
        """As it came in by the loket, with its initiator and its first status still to be set."""
        zaak = self._do(
            create_zaak,
            {
                "identificatie": nummer,
                "bronorganisatie": RSIN,
                "verantwoordelijkeOrganisatie": RSIN,
                "zaaktype": zaaktype["url"],
                "omschrijving": omschrijving,
                "startdatum": start.isoformat(),
                "registratiedatum": start.isoformat(),
                "kenmerken": [{"kenmerk": nummer, "bron": "eloket"}],
            },
        )
        rol = next(each for each in self.parts("roltypen", zaak) if each["omschrijving"] == "Aanvrager")
        who = {
            "betrokkeneType": "natuurlijk_persoon",
            "betrokkeneIdentificatie": {"inpBsn": persoon.bsn},
            "contactpersoonRol": {"naam": persoon.naam},
        }
        content = {"zaak": zaak["url"], "roltype": rol["url"], "roltoelichting": "Aanvrager", **who}
        self._do(create_rol, content)
        return zaak

    def change_zaak(self, zaak: Json, **fields: Any) -> None:
        self._do(change_zaak, fields, zaak["uuid"])

    def set_status(
        self, zaak: Json, statustype: str, toelichting: str, *, resultaattype: str = "", moment: str = ""
    ) -> None:
        """`statustype` and `resultaattype`: URLs. The last step closes the zaak, and asks a resultaat."""
        if resultaattype and zaak["resultaat"] is None:
            self._do(create_resultaat, {"zaak": zaak["url"], "resultaattype": resultaattype})
        content = {
            "zaak": zaak["url"],
            "statustype": statustype,
            "datumStatusGezet": moment or self.register.stamp(),
            "statustoelichting": toelichting,
        }
        self._do(create_status, content)

    def add_brief(self, zaak: Json, id: str, titel: str, pdf: bytes) -> Json:
        """A letter to the aanvrager. `id`: its number here."""
        content = {
            "identificatie": id,
            "bronorganisatie": RSIN,
            "informatieobjecttype": self._outgoing(zaak),
            "creatiedatum": self.today().isoformat(),
            "titel": titel,
            "bestandsnaam": f"{titel}.pdf",
            "auteur": AUTEUR,
            "taal": "nld",
            "formaat": "application/pdf",
            "inhoud": base64.b64encode(pdf).decode(),
            "bestandsomvang": len(pdf),
            "status": "definitief",
            "indicatieGebruiksrecht": False,
            "verzenddatum": self.today().isoformat(),
        }
        document = self._do(create_document, content)
        link = {"zaak": zaak["url"], "informatieobject": document["url"], "titel": titel}
        self._do(partial(create_part, soort="zaakinformatieobjecten"), link)
        return document

    def take_besluit(self, zaak: Json, id: str, soort: Json, toelichting: str, dag: date) -> Json:
        """Taken and made known on that day, from which the term for bezwaar counts."""
        term = int((soort["reactietermijn"] or "P0D").strip("PD"))
        content = {
            "identificatie": id,
            "verantwoordelijkeOrganisatie": RSIN,
            "besluittype": soort["url"],
            "zaak": zaak["url"],
            "toelichting": toelichting,
            **dict.fromkeys(("datum", "ingangsdatum", "verzenddatum"), dag.isoformat()),
            "uiterlijkeReactiedatum": _workday(dag + timedelta(days=term)).isoformat() if term else None,
        }
        return self._do(create_besluit, content)

    def add_besluitdocument(self, besluit: Json, document: Json) -> None:
        content = {"besluit": besluit["url"], "informatieobject": document["url"]}
        self._do(create_besluitdocument, content)

    def parts(self, soort: str, zaak: Json) -> list[Json]:
        """The statustypen, resultaattypen … of the zaaktype of this zaak, in order."""
        return [row for row in self.register.list(soort) if row["zaaktype"] == zaak["zaaktype"]]

    def besluittypen(self, zaak: Json) -> list[Json]:
        return [row for row in self.register.list("besluittypen") if zaak["zaaktype"] in row["zaaktypen"]]

    def today(self) -> date:
        """The day on which one works here; it is written down in UTC."""
        return self.register.now().date()

    def _outgoing(self, zaak: Json) -> str:
        """The kind of document that a letter is."""
        links = self.parts("zaaktype-informatieobjecttypen", zaak)
        return next(link["informatieobjecttype"] for link in links if link["richting"] == "uitgaand")

    def _do(self, handler: Any, content: Json, *arguments: str) -> Json:
        vraag = Vraag("POST", "", {}, {"content-type": "application/json"}, json.dumps(content).encode(), "")
        antwoord: Antwoord = handler(self.register, _INTERN, vraag, *arguments)
        return dict(antwoord.content)


def _workday(day: date) -> date:
    """A term does not end in a weekend (Algemene termijnenwet 1)."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day
