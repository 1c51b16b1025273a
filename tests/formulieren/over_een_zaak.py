"""Forms about a zaak of Noor, and the hands that fill them in."""

from datetime import date, timedelta
from typing import Any

from django.test import Client

from eloket.formulieren.models import FormulierVersie
from eloket.lib import klok
from eloket.zaken.models import Besluittype
from eloket.zaken.models import Zaak as Rij
from eloket.zaken.services import Besluit, NieuwBesluit, Zaak, take_besluit
from tests.formulieren.factories import Invuller, publish
from tests.zaken.factories import make_zaaktype, open_zaak

DAG = timedelta(days=1)
TEKST = {"nl": "Vertel het ons"}


def _veld(soort: str, sleutel: str, bron: str = "", **more: Any) -> dict[str, Any]:
    vast = {"bron": bron, "bron_wijzigen": "nee"} if bron else {}
    label = {"nl": sleutel.capitalize()}
    return {"soort": soort, "sleutel": sleutel, "label": label, "instellingen": vast, **more}


def publish_for(waarvoor: str, *, niveau: int = 20, **changes: Any) -> FormulierVersie:
    """A form of one step that knows all that we know of the zaak, and its own zaaktype."""
    make_zaaktype(waarvoor, **{"servicenorm": "", "doorlooptijd": "P6W"} | changes.pop("zaaktype", {}))
    velden = [
        _veld("tekst", "nummer", "zaak.nummer", eigenschap="zaaknummer"),
        _veld("datum", "bekend", "besluit.datum", verplicht=False),
        _veld("lange_tekst", "tekst"),
    ]
    if waarvoor == "ingebrekestelling":
        brief = {"bron": "zaak.ingebrekestelling"}
        velden.append(_veld("lange_tekst", "brief", verplicht=False) | {"instellingen": brief})
    stap = {"sleutel": "wat", "titel": TEKST, "velden": velden}
    fields: dict[str, Any] = {"slug": waarvoor, "waarvoor": waarvoor, "zaaktype": waarvoor}
    fields["titel"] = {"nl": waarvoor.capitalize()}
    return publish(**fields | {"niveau": niveau, "verklaring": None, "stappen": [stap]} | changes)


def open_kap(days_ago: int = 10, **changes: Any) -> Zaak:
    """A kapvergunning of Noor; make its zaaktype first."""
    start = klok.today() - days_ago * DAG
    fields = {"zaaktype": "kapvergunning", "omschrijving": "Kapvergunning eik"} | changes
    return open_zaak(startdatum=start, now=klok.now() - days_ago * DAG, **fields)


def decide(zaak: Zaak, *, days_ago: int = 0) -> Besluit:
    """A besluit in that zaak, made known so many days ago."""
    soort = Besluittype.objects.get_or_create(
        zaaktype_id=_zaaktype_id(zaak), omschrijving="Besluit kapvergunning"
    )[0]
    day: date = klok.today() - days_ago * DAG
    besluit = NieuwBesluit(
        f"{zaak.identificatie}-B1", soort.omschrijving, datum=day, ingangsdatum=day, verzenddatum=day
    )
    return take_besluit(zaak.identificatie, besluit, now=klok.now())


def _zaaktype_id(zaak: Zaak) -> int:
    return Rij.objects.get(identificatie=zaak.identificatie).zaaktype_id


class OverEenZaak(Invuller):
    """Somebody who opens a form from the page of a zaak."""

    def __init__(self, client: Client, waarvoor: str, zaak: Zaak, besluit: Besluit | None = None) -> None:
        super().__init__(client, waarvoor)
        about = f"&besluit={besluit.identificatie}" if besluit else ""
        self.address = f"{self.start}beginnen/?zaak={zaak.identificatie}{about}"

    def open(self) -> Any:
        return self.client.get(self.address)

    def begin(self, **answers: str) -> Any:
        """Post the first step with what the page carried."""
        page = self.open()
        merk = page.context["betreft_merk"] if page.context else ""
        answers = {"v-tekst": "Het gaat zo niet.", "betreft": merk, **answers}
        response = self.client.post(self.address, answers)
        if response.status_code == 302:
            step = response["Location"]
            self.concept = step[: step.rstrip("/").rindex("/") + 1]
        return response

    def send_all(self) -> Any:
        """From the page of the zaak to the receipt."""
        assert self.begin().status_code == 302
        sent = self.send()
        assert sent.status_code == 302, sent.context["form"].errors
        return self.client.get(sent["Location"])
