"""What was filled in: eigenschappen of the zaaktype, and an object with what it has no place for."""

from collections.abc import Mapping

from eloket.zaken.backends.base import Voortgang
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.verbinding import Json, Verbinding

OVERIG = "eloketAanvraag"
OBJECT = "zaakobject"


class Ingevuld:
    def __init__(self, verbinding: Verbinding, catalogus: Catalogus) -> None:
        self._verbinding, self._catalogus = verbinding, catalogus

    def add(self, zaak: Json, values: Mapping[str, str], voortgang: Voortgang) -> None:
        """Each that is not there yet. The server takes the same one twice, so what is unsure is looked up."""
        rows = self._catalogus.list_delen("eigenschappen", zaak["zaaktype"]) if values else []
        known = {row["naam"]: row["url"] for row in rows}
        new = {name: value for name, value in values.items() if f"eigenschap {name}" not in voortgang}
        self._add_eigenschappen(zaak, {name: new[name] for name in new if name in known}, known, voortgang)
        rest = {name: value for name, value in values.items() if name not in known}
        if rest and OBJECT not in voortgang:
            voortgang.note(OBJECT, "" if zaak.get("zaakobjecten") else self._add_object(zaak, rest))

    def _add_eigenschappen(
        self, zaak: Json, values: Mapping[str, str], known: Mapping[str, str], voortgang: Voortgang
    ) -> None:
        url = f"{zaak['url']}/zaakeigenschappen"
        look = values and zaak.get("eigenschappen")
        present = {row["naam"]: str(row["url"]) for row in self._verbinding.list_all(url)} if look else {}
        for name, value in values.items():
            if name not in present and value:
                body = {"zaak": zaak["url"], "eigenschap": known[name], "waarde": value}
                present[name] = str(self._verbinding.post(url, body)["url"])
            voortgang.note(f"eigenschap {name}", present.get(name, ""))

    def _add_object(self, zaak: Json, rest: Mapping[str, str]) -> str:
        """A name that the zaaktype lacks is kept all the same: refusing an aanvraag over it helps nobody."""
        content = {
            "zaak": zaak["url"],
            "objectType": "overige",
            "objectTypeOverige": OVERIG,
            "relatieomschrijving": "Wat de aanvrager invulde",
            "objectIdentificatie": {"overigeData": dict(rest)},
        }
        return str(self._verbinding.post(self._verbinding.url("zaken", "zaakobjecten"), content)["url"])
