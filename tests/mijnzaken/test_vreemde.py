"""A stranger asks for every address of Noor's: none of them says that she has anything, and nothing changes.

A new address under Mijn zaken, or of what somebody sent, fails here until it stands in the table.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag, Bijlage, Concept
from eloket.lib.partij import Bsn, Kvk
from eloket.mijnzaken.models import Inzending
from eloket.uitgifte.models import UitgegevenProduct
from eloket.zaken.models import Document, Verzoek
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.guards.adressen import own_addresses
from tests.guards.wereld import Wereld, build
from tests.zaken.factories import VREEMDE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bestanden")]

ZAAK, GEVRAAGD, FORM = "/mijn-zaken/{zaak}/", "/mijn-zaken/{gevraagd}/", "/formulieren/fietsenstalling/"
PRODUCT = "/mijn-zaken/producten/{product}/"
DOEN = ("beeindigen", "kenteken", "verlengen")
NIET_GEVONDEN, GEEN_POST = ({404}, {404}), ({404}, {405})
OVER_ZICHZELF = ({200, 404}, {404, 405})  # a page about who asks; a gemachtigde has not all of them
#: Name → path, and what a stranger may get for a GET and for a POST.
ADRESSEN: dict[str, tuple[str, tuple[set[int], set[int]]]] = {
    "mijnzaken:lijst": ("/mijn-zaken/", OVER_ZICHZELF),
    "mijnzaken:afspraak": ("/mijn-zaken/afspraken/00000000-0000-4000-8000-000000000000/", GEEN_POST),
    "mijnzaken:berichten": ("/mijn-zaken/berichten/", OVER_ZICHZELF),
    "mijnzaken:berichten-meenemen": ("/mijn-zaken/berichten/berichten.csv", OVER_ZICHZELF),
    "mijnzaken:inzage": ("/mijn-zaken/inzage/", OVER_ZICHZELF),
    "mijnzaken:inzage-zaak": (f"{ZAAK}inzage/", GEEN_POST),
    "mijnzaken:producten": ("/mijn-zaken/producten/", OVER_ZICHZELF),
    "mijnzaken:product": (PRODUCT, GEEN_POST),
    "mijnzaken:product-document": (f"{PRODUCT}document/", GEEN_POST),
    **{f"mijnzaken:product-{doen}": (f"{PRODUCT}{doen}/", NIET_GEVONDEN) for doen in DOEN},
    "mijnzaken:zaak": (ZAAK, GEEN_POST),
    "mijnzaken:waarom": (f"{ZAAK}waarom/", GEEN_POST),
    "mijnzaken:te-laat": (f"{ZAAK}te-laat/", GEEN_POST),
    "mijnzaken:document": (f"{ZAAK}documenten/{{bijlage}}/", GEEN_POST),
    "mijnzaken:antwoord": (f"{GEVRAAGD}antwoord/{{verzoek}}/", NIET_GEVONDEN),
    "mijnzaken:toevoegen": (f"{ZAAK}toevoegen/", NIET_GEVONDEN),
    "formulieren:kopie": (f"{FORM}{{aanvraag}}/kopie/", NIET_GEVONDEN),
    "formulieren:ontvangst": (f"{FORM}{{aanvraag}}/ontvangst/", NIET_GEVONDEN),
    "formulieren:mens": (f"{FORM}{{aanvraag}}/mens/", ({405}, {404})),
    "formulieren:bijlage": (f"{FORM}{{aanvraag}}/bijlage/{{bijlage}}/", NIET_GEVONDEN),
    "formulieren:verder": (f"{FORM}{{concept}}/", NIET_GEVONDEN),
    "formulieren:stap": (f"{FORM}{{concept}}/wanneer/", NIET_GEVONDEN),
    "formulieren:controleren": (f"{FORM}{{concept}}/controleren/", NIET_GEVONDEN),
    "formulieren:einde": (f"{FORM}{{concept}}/einde/", NIET_GEVONDEN),
    "formulieren:hulp": (f"{FORM}{{concept}}/hulp/", NIET_GEVONDEN),
    "formulieren:later": (f"{FORM}{{concept}}/later/", NIET_GEVONDEN),
    "formulieren:weg": (f"{FORM}{{concept}}/weg/", NIET_GEVONDEN),
    "formulieren:hervatten": (f"{FORM}{{concept}}/hervatten/", ({302}, {302})),  # on to the address that asks
}
POSTED = {"tekst": "Ik ben Noor", "vraag": "x", "v-naam": "Ik ben Noor", "verklaring": "on", "merk": "x"}


@pytest.fixture
def wereld(db: None) -> Wereld:
    return build()


def as_resident(client: Client) -> None:
    login_burger(client, Bsn(VREEMDE.nummer))


def as_business(client: Client) -> None:
    login_burger(client, Kvk("12345678", "000000000001"), naam="Bakkerij Joris")


def as_gemachtigde_who_sent_nothing(client: Client) -> None:
    login_burger(client, Bsn(NOOR_BSN), handelende=Bsn(VREEMDE.nummer))


def everything() -> list[object]:
    """All that Noor has, as it stands in the database."""
    tables = (Aanvraag, Bijlage, Concept, Inzending, Document, Verzoek, UitgegevenProduct)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def test_every_address_stands_in_the_table() -> None:
    found = {adres.name for adres in own_addresses() if adres.name.startswith("mijnzaken:")}
    found |= {
        adres.name
        for adres in own_addresses()
        if adres.name.startswith("formulieren:") and "<uuid:uuid>" in adres.pattern
    }
    assert found == set(ADRESSEN)


@pytest.mark.kern
@pytest.mark.parametrize("log_in", [as_resident, as_business, as_gemachtigde_who_sent_nothing])
def test_a_stranger_gets_nothing_of_noors_and_changes_nothing(
    wereld: Wereld, log_in: Callable[[Client], None]
) -> None:
    stranger, before = Client(), everything()
    log_in(stranger)
    secrets = [
        wereld.ids["zaak"],
        wereld.ids["gevraagd"],
        "Parkeervergunning",
        "Stuur een tekening",
        "fietsenstalling",
    ]
    wrong = {}
    for name, (path, expected) in ADRESSEN.items():
        address = path.format(**wereld.ids)
        answers = stranger.get(address), stranger.post(address, POSTED)
        found = [answer.status_code for answer in answers]
        fits = all(status in allowed for status, allowed in zip(found, expected, strict=True))
        told = [word for word in secrets if any(word in read(answer, address) for answer in answers)]
        if told or not fits:
            wrong[name] = (found, told)
    assert not wrong
    assert everything() == before


def read(answer: object, address: str) -> str:
    """The words of an answer, without the address that the stranger typed."""
    text = b"".join(answer).decode() if getattr(answer, "streaming", False) else answer.content.decode()  # type: ignore
    return text.replace(address, "").replace(f"/en{address}", "")
