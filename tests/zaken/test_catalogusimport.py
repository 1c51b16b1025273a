"""The beheerder takes zaaktypen over from another register."""

import json
import zipfile
from copy import deepcopy
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eloket.accounts.services import Rol
from eloket.zaken.models import Catalogus, Zaaktype
from eloket.zaken.services import catalogusbestand
from eloket.zaken.services.catalogusbestand import SOORTEN, BestandOnleesbaar, read_catalogusbestand
from eloket.zaken.services.catalogusimport import Actie, examine_catalogus, import_catalogus
from eloket.zaken.services.zaaktypeversies import publish_zaaktype
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import open_zaak

ROOT = "https://openzaak.example/catalogi/api/v1"
ZT = f"{ROOT}/zaaktypen/zt1"
#: As an export of Open Zaak has it: one list for each kind, keys in snake_case, ties by address.
EXPORT: dict[str, list[dict[str, Any]]] = {
    "Catalogus": [
        {"url": f"{ROOT}/catalogussen/cat1", "domein": "ELOKT", "rsin": "123456782", "naam": "Proef"}
    ],
    "ZaakType": [
        {
            "url": ZT,
            "catalogus": f"{ROOT}/catalogussen/cat1",
            "identificatie": "PARKVERG",
            "omschrijving": "Parkeervergunning aanvragen",
            "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
            "indicatie_intern_of_extern": "extern",
            "doorlooptijd": "P56D",
            "servicenorm": "P21D",
            "opschorting_en_aanhouding_mogelijk": True,
            "verlenging_mogelijk": True,
            "verlengingstermijn": "P28D",
            "begin_geldigheid": "2026-01-01",
            "einde_geldigheid": None,
            "besluittypen": [f"{ROOT}/besluittypen/bt1"],
            "deelzaaktypen": [],
            "concept": False,
        }
    ],
    "StatusType": [
        {
            "url": f"{ROOT}/statustypen/st2",
            "zaaktype": ZT,
            "omschrijving": "Afgehandeld",
            "statustekst": "Uw zaak is afgehandeld.",
            "volgnummer": 2,
            "informeren": True,
        },
        {
            "url": f"{ROOT}/statustypen/st1",
            "zaaktype": ZT,
            "omschrijving": "Ontvangen",
            "statustekst": "",
            "volgnummer": 1,
            "informeren": False,
        },
    ],
    "ResultaatType": [
        {
            "zaaktype": ZT,
            "omschrijving": "Verleend",
            "selectielijstklasse": "https://selectielijst.example/api/v1/resultaten/1",
            "archiefnominatie": "vernietigen",
            "archiefactietermijn": "P1Y",
            "brondatum_archiefprocedure": {
                "afleidingswijze": "afgehandeld",
                "datumkenmerk": "",
                "procestermijn": None,
            },
        }
    ],
    "RolType": [{"zaaktype": ZT, "omschrijving": "Aanvrager", "omschrijving_generiek": "initiator"}],
    "Eigenschap": [{"zaaktype": ZT, "naam": "kenteken", "definitie": "Kenteken van het voertuig"}],
    "InformatieObjectType": [
        {
            "url": f"{ROOT}/informatieobjecttypen/iot1",
            "omschrijving": "Besluit",
            "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        }
    ],
    "BesluitType": [
        {
            "url": f"{ROOT}/besluittypen/bt1",
            "zaaktypen": [],
            "omschrijving": "Besluit parkeervergunning",
            "reactietermijn": "P42D",
        }
    ],
    "ZaakTypeInformatieObjectType": [
        {
            "zaaktype": ZT,
            "informatieobjecttype": f"{ROOT}/informatieobjecttypen/iot1",
            "volgnummer": 1,
            "richting": "uitgaand",
        }
    ],
}


def pack(lists: dict[str, Any]) -> bytes:
    """A zip as Open Zaak makes it."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, found in lists.items():
            archive.writestr(f"{name}.json", json.dumps(found))
    return file.getvalue()


def camel(value: Any) -> Any:
    """As the API itself writes it."""
    if isinstance(value, dict):
        return {_camel(key): camel(each) for key, each in value.items()}
    return [camel(each) for each in value] if isinstance(value, list) else value


def _camel(key: str) -> str:
    first, *rest = key.split("_")
    return first + "".join(part.capitalize() for part in rest)


def changed(kind: str, **changes: Any) -> dict[str, list[dict[str, Any]]]:
    """The export with other values in the first of this kind."""
    lists = deepcopy(EXPORT)
    lists[kind][0].update(changes)
    return lists


def tell(lists: dict[str, Any]) -> str:
    """What an import would say of the first zaaktype."""
    return " ".join(examine_catalogus(read_catalogusbestand(pack(lists))).voorstellen[0].meldingen)


@pytest.mark.parametrize(
    "data",
    [
        pack(EXPORT),
        json.dumps(EXPORT).encode(),
        json.dumps({SOORTEN[kind]: camel(found) for kind, found in EXPORT.items()}).encode(),
        json.dumps(
            {SOORTEN[kind]: {"count": 1, "results": camel(found)} for kind, found in EXPORT.items()}
        ).encode(),
    ],
    ids=["zip", "json", "api", "pages of the api"],
)
@pytest.mark.django_db
def test_a_zaaktype_comes_in_whole_whatever_the_form(data: bytes) -> None:
    verslag = import_catalogus(read_catalogusbestand(data))
    assert [(each.actie, each.meldingen) for each in verslag.voorstellen] == [(Actie.NIEUW, ())]
    zaaktype = Zaaktype.objects.get(identificatie="PARKVERG")
    assert zaaktype.concept
    assert (zaaktype.doorlooptijd, zaaktype.servicenorm, zaaktype.verlengingstermijn) == (
        "P56D",
        "P21D",
        "P28D",
    )
    assert zaaktype.catalogus == Catalogus.objects.get(domein="ELOKT", rsin="123456782")
    steps = [(step.volgnummer, step.omschrijving, step.informeren) for step in zaaktype.statustypen.all()]
    assert steps == [(1, "Ontvangen", False), (2, "Afgehandeld", True)]
    result = zaaktype.resultaattypen.get()
    assert (result.archiefnominatie, result.archiefactietermijn, result.afleidingswijze) == (
        "vernietigen",
        "P1Y",
        "afgehandeld",
    )
    assert zaaktype.roltypen.get().omschrijving_generiek == "initiator"
    assert zaaktype.eigenschapnamen.get().definitie == "Kenteken van het voertuig"
    assert zaaktype.informatieobjecttypen.get().richting == "uitgaand"
    assert zaaktype.besluittypen.get().reactietermijn == "P42D"


@pytest.mark.django_db
def test_after_publishing_zaken_run_on_it() -> None:
    import_catalogus(deepcopy(EXPORT))
    publish_zaaktype(Zaaktype.objects.get(identificatie="PARKVERG").pk)
    assert open_zaak(zaaktype="PARKVERG").zaaktype.omschrijving == "Parkeervergunning aanvragen"


@pytest.mark.django_db
def test_again_changes_nothing_and_never_what_is_in_force() -> None:
    import_catalogus(deepcopy(EXPORT))
    zaaktype = Zaaktype.objects.get(identificatie="PARKVERG")
    zaaktype.statustypen.filter(volgnummer=1).update(statustekst="Door ons geschreven")
    assert import_catalogus(deepcopy(EXPORT)).voorstellen[0].actie == Actie.BLIJFT
    assert zaaktype.statustypen.get(volgnummer=1).statustekst == "Door ons geschreven"
    assert import_catalogus(deepcopy(EXPORT), bijwerken=True).voorstellen[0].actie == Actie.VERVANGEN
    assert zaaktype.statustypen.get(volgnummer=1).statustekst == ""
    publish_zaaktype(zaaktype.pk)
    assert import_catalogus(deepcopy(EXPORT), bijwerken=True).voorstellen[0].actie == Actie.BLIJFT
    assert Zaaktype.objects.filter(identificatie="PARKVERG").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lists", "words"),
    [
        (changed("ZaakType", deelzaaktypen=["x"]), "Niet overgenomen: deelzaaktypen"),
        (changed("ZaakType", indicatie_intern_of_extern="intern"), "intern zaaktype"),
        (changed("ZaakType", identificatie="PARK VERG/1"), "wordt hier “PARK-VERG-1”"),
        (changed("ZaakType", doorlooptijd=None), "wij nemen P8W"),
        (changed("ZaakType", doorlooptijd="PT8H"), "“PT8H” (doorlooptijd) kennen wij niet"),
        (changed("ZaakType", omschrijving="x" * 200), "ingekort"),
        (changed("ZaakType", begin_geldigheid="ooit"), "begindatum"),
        (changed("ZaakType", identificatie=""), "geen identificatie"),
        (changed("ResultaatType", archiefactietermijn=None), "vernietigen zonder termijn"),
        (
            changed("ResultaatType", brondatum_archiefprocedure={"afleidingswijze": "hoofdzaak"}),
            "“hoofdzaak” rekenen wij niet uit",
        ),
        (
            changed("ResultaatType", brondatum_archiefprocedure={"afleidingswijze": "eigenschap"}),
            "rekenen wij niet uit",
        ),
        (changed("StatusType", volgnummer=0), "blijft weg"),
        (changed("StatusType", volgnummer=1), "blijft weg"),
        (changed("RolType", omschrijving_generiek="keizer"), "blijft weg"),
        ({**EXPORT, "StatusType": []}, "geen stappen"),
        ({**EXPORT, "ResultaatType": []}, "geen resultaten"),
        ({**EXPORT, "ZaakType": EXPORT["ZaakType"] * 2}, ""),
    ],
)
def test_what_does_not_fit_is_told_and_comes_in_all_the_same(lists: dict[str, Any], words: str) -> None:
    assert words in tell(lists)
    import_catalogus(read_catalogusbestand(pack(lists)))


@pytest.mark.django_db
def test_a_part_of_no_zaaktype_is_counted() -> None:
    lists = changed("RolType", zaaktype=f"{ROOT}/zaaktypen/weg")
    assert examine_catalogus(lists).meldingen == (
        "1 onderdeel hoort bij geen zaaktype in dit bestand en blijft weg.",
    )


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ZaakType.json", b"[" + b" " * 15_000_000 + b"]")
    return file.getvalue()


def locked() -> bytes:
    data = bytearray(pack(EXPORT))
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1  # says that it is encrypted
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen JSON"),
        (b"hallo", "geen JSON"),
        (b"\xff\xfe\x00", "geen JSON"),
        (b"[]", "geen catalogus"),
        (b"{}", "geen zaaktypen"),
        (b"null", "geen catalogus"),
        (b'{"ZaakType": 3}', "beschadigd"),
        (b'{"ZaakType": ["x"]}', "beschadigd"),
        (b'{"ZaakType": [{"omschrijving": "\\u0000"}]}', "geen JSON"),
        (b'{"ZaakType": [{"omschrijving": "\\ud800"}]}', "geen JSON"),
        (b'{"ZaakType": [{"volgnummer": NaN}]}', "geen JSON"),
        (b'{"ZaakType": ' + b"[" * 100_000, "geen JSON"),
        (b'{"ZaakType": [' + b'{"a":' * 20 + b"1" + b"}" * 20 + b"]}", "geen JSON"),
        (b"PK\x03\x04 hallo", "zip"),
        (pack({"Iets": []}), "geen zaaktypen"),
        (pack(EXPORT)[:-40], "zip"),
        (locked(), "wachtwoord"),
        (bomb(), "te groot"),
        (b" " * (catalogusbestand.MAX_BYTES + 1), "groter dan 5 MB"),
    ],
)
def test_a_file_that_is_something_else_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(BestandOnleesbaar, match=words):
        read_catalogusbestand(data)


def test_a_name_in_the_zip_leads_nowhere() -> None:
    data = pack({**EXPORT, "../../ZaakType": [{"omschrijving": "elders"}]})
    assert [each["omschrijving"] for each in read_catalogusbestand(data)["ZaakType"]] == [
        "Parkeervergunning aanvragen"
    ]


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["P1Y", ZT, "initiator"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def spoiled(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """The export with a few values that make no sense."""
    lists = deepcopy(EXPORT)
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(sorted(lists)))
        found = lists[kind][0]
        found[draw(st.sampled_from(sorted(found)))] = draw(ANYTHING)
    return lists


@pytest.mark.django_db
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists=spoiled())
def test_nonsense_is_told_or_refused_and_never_breaks(lists: dict[str, list[dict[str, Any]]]) -> None:
    try:
        read = read_catalogusbestand(pack(lists))
    except BestandOnleesbaar:
        return
    import_catalogus(read, bijwerken=True)


# --- The command and the screen -----


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    path = tmp_path / "catalogus.zip"
    path.write_bytes(pack(EXPORT))
    return path


@pytest.mark.django_db
def test_the_command_looks_first_and_then_makes_concepts(bestand: Path) -> None:
    out = StringIO()
    call_command("import_zaaktypen", str(bestand), "--proef", stdout=out)
    assert "nieuw: Parkeervergunning aanvragen (2026-01-01)" in out.getvalue()
    assert not Zaaktype.objects.filter(identificatie="PARKVERG").exists()
    call_command("import_zaaktypen", str(bestand), stdout=out)
    assert "concepten gemaakt: 1 van 1" in out.getvalue()
    assert Zaaktype.objects.filter(identificatie="PARKVERG", concept=True).exists()
    bestand.write_text("hallo")
    with pytest.raises(CommandError, match="geen JSON"):
        call_command("import_zaaktypen", str(bestand))
    with pytest.raises(CommandError, match="weg"):
        call_command("import_zaaktypen", str(bestand.parent / "weg.zip"))


@pytest.fixture
def beheerder(client: Client, db: None) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    return client


def offer(client: Client, data: bytes) -> Any:
    file = SimpleUploadedFile("catalogus.zip", data)
    return client.post(reverse("zaaktypen:importeren"), {"bestand": file})


@pytest.mark.kern
def test_the_beheerder_sees_what_will_happen_and_then_does_it(beheerder: Client) -> None:
    assert reverse("zaaktypen:importeren") in beheerder.get(reverse("zaaktypen:list")).text
    assert beheerder.get(reverse("zaaktypen:importeren")).status_code == 200
    page = offer(beheerder, pack(changed("ZaakType", deelzaaktypen=["x"])))
    assert "Wordt een nieuw concept" in page.text
    assert "Niet overgenomen: deelzaaktypen" in page.text
    assert not Zaaktype.objects.filter(identificatie="PARKVERG").exists()
    inhoud = page.context["inhoud"]
    done = beheerder.post(reverse("zaaktypen:uitvoeren"), {"inhoud": inhoud}, follow=True)
    assert "1 zaaktype staat klaar als concept" in done.text
    assert Zaaktype.objects.filter(identificatie="PARKVERG", concept=True).exists()
    assert "Er is niets nieuws om te importeren" in offer(beheerder, pack(EXPORT)).text


@pytest.mark.parametrize("data", [b"hallo", b"PK\x03\x04", b"{}"])
def test_a_wrong_file_is_told_beside_the_field(beheerder: Client, data: bytes) -> None:
    page = offer(beheerder, data)
    assert page.status_code == 422
    assert 'role="alert"' in page.text


def test_what_was_looked_at_cannot_be_made_up(beheerder: Client) -> None:
    page = beheerder.post(reverse("zaaktypen:uitvoeren"), {"inhoud": "zelf:gemaakt"}, follow=True)
    assert "Kies het nog eens" in page.text
    assert Zaaktype.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.BEHANDELAAR, Rol.KCC])
def test_others_take_nothing_over(client: Client, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    assert offer(client, pack(EXPORT)).status_code in {302, 403}
    assert client.post(reverse("zaaktypen:uitvoeren"), {"inhoud": ""}).status_code in {302, 403}
