"""The hands that answer a question in Mijn zaken."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from eloket.lib import klok
from eloket.zaken.services import NieuwVerzoek, Verzoek, Zaak, list_verzoeken, request_aanvulling
from tests.bestanden.monsters import pdf
from tests.zaken.factories import NOOR, open_zaak

VRAAG = "Stuur een <tekening> van de nooduitgangen."


def ask(zaak: Zaak, *, days: int = 14) -> Verzoek:
    """Kees asks for a drawing."""
    nieuw = NieuwVerzoek(str(uuid4()), VRAAG, klok.today() + timedelta(days=days), door="Kees Bakker")
    return request_aanvulling(zaak.identificatie, nieuw, now=klok.now())


def asked_zaak(**changes: Any) -> tuple[Zaak, Verzoek]:
    zaak = open_zaak(startdatum=klok.today(), now=klok.now(), **changes)
    return zaak, ask(zaak)


def file(naam: str = "tekening.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, pdf() if content is None else content)


class Beantwoorder:
    """Somebody at the page of a question, or of documents (`verzoek` is None)."""

    def __init__(self, client: Client, zaak: Zaak, verzoek: Verzoek | None) -> None:
        self.client, self.zaak, self.verzoek = client, zaak, verzoek
        self.zaak_url = f"/mijn-zaken/{zaak.identificatie}/"
        self.url = f"{self.zaak_url}antwoord/{verzoek.id}/" if verzoek else f"{self.zaak_url}toevoegen/"
        self.merk = ""

    def open(self) -> str:
        """The page, as it is now; its mark goes along with what is posted from then on."""
        html = str(self.client.get(self.url).text)
        found = re.search(r'name="merk" value="([^"]+)"', html)
        self.merk = found[1] if found else ""
        return html

    def post(self, *, tekst: str = "", files: Any = (), **extra: str) -> HttpResponse:
        data: dict[str, Any] = {"merk": self.merk, "tekst": tekst, **extra}
        if files:
            data["bestanden"] = list(files)
        return self.client.post(self.url, data)

    def answered(self) -> Verzoek:
        """What the register has of it."""
        (found,) = list_verzoeken(self.zaak.identificatie, voor=NOOR)
        return found
