"""A form travels between two installations as one file."""

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eloket.accounts.services import Rol
from eloket.demo.bron import form_names, read
from eloket.formulieren.models import Formulier, FormulierVersie
from eloket.formulieren.samenstelling import compose_inhoud
from eloket.formulieren.services.bestandlezen import BestandOnleesbaar, read_formulierbestand
from eloket.formulieren.services.overdracht import examine_formulier, export_formulier
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.betalingen.factories import make_tarief
from tests.formulieren.factories import VELD, definitie, get_formulier, publish
from tests.producten.factories import Catalogus, make_product

pytestmark = pytest.mark.django_db

IMPORT = "/beheer/formulieren/importeren/"
STAP: dict[str, Any] = {"sleutel": "wie", "titel": {"nl": "Wie bent u?"}, "velden": [VELD]}


@pytest.fixture
def samira(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    return client


def offer(client: Client, content: Any) -> Any:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(IMPORT, {"bestand": SimpleUploadedFile("formulier.json", data)})


def do(client: Client, looked: Any, **choice: str) -> Any:
    data = {"inhoud": looked.context["inhoud"], "keuze": "nieuw", **choice}
    return client.post(f"{IMPORT}uitvoeren/", data)


@pytest.mark.kern
def test_samira_takes_a_form_along_and_it_arrives_as_a_draft(samira: Client) -> None:
    publish()
    download = samira.get(f"/beheer/formulieren/{get_formulier().pk}/exporteren/")
    assert download["Content-Disposition"] == 'attachment; filename="fietsenstalling.json"'
    content = {**json.loads(download.content), "slug": "overgenomen"}
    looked = offer(samira, content)
    assert "Alles past" in looked.content.decode()
    assert Formulier.objects.count() == 1  # looking changes nothing
    assert do(samira, looked).status_code == 302
    taken = get_formulier("overgenomen")
    assert (taken.live, taken.versies.count()) == (False, 0)
    assert compose_inhoud(taken) == content
    assert Client().get("/formulieren/overgenomen/").status_code == 404


def test_the_same_address_becomes_a_draft_and_leaves_the_site_alone(samira: Client) -> None:
    publish()
    looked = offer(samira, definitie(titel={"nl": "Nieuwe titel"}))
    assert "Er is al een formulier met het adres" in looked.content.decode()
    assert do(samira, looked, keuze="bestaand").status_code == 302
    formulier = get_formulier()
    assert (formulier.titel_nl, formulier.has_unpublished_changes) == ("Plek in de fietsenstalling", True)
    assert formulier.get_latest_revision_as_object().titel_nl == "Nieuwe titel"
    assert FormulierVersie.objects.count() == 1
    assert b"Nieuwe titel" not in Client().get("/formulieren/fietsenstalling/").content


def test_it_can_also_become_a_form_of_its_own(samira: Client) -> None:
    publish()
    looked = offer(samira, definitie())
    assert "Kies een ander adres" in do(samira, looked).content.decode()
    assert "letters, cijfers en streepjes" in do(samira, looked, adres="../x").content.decode()
    assert do(samira, looked, adres="stalling-noord").status_code == 302
    assert get_formulier("stalling-noord").titel_nl == "Plek in de fietsenstalling"


def test_a_form_that_somebody_locked_stays_as_it_is(samira: Client) -> None:
    publish()
    Formulier.objects.update(locked=True, locked_by=make_medewerker(Rol.REDACTEUR, naam="Olga"))
    before = get_formulier().latest_revision_id
    looked = offer(samira, definitie(titel={"nl": "Nieuwe titel"}))
    assert "vergrendeld" in do(samira, looked, keuze="bestaand").content.decode()
    assert get_formulier().latest_revision_id == before


def test_what_is_not_here_is_told_first_and_comes_in_all_the_same(samira: Client) -> None:
    veld = {**VELD, "eigenschap": "schoenmaat", "instellingen": {"autocomplete": "name", "hologram": 3}}
    regel = {
        "actie": "product",
        "voorwaarden": [{"veld": "naam", "operator": "is", "waarden": ["x"]}],
        "titel": {"nl": "Niet hier"},
        "tekst": {"nl": "Ga naar de andere pagina."},
        "product": "maanreis",
    }
    content = definitie(stappen=[{**STAP, "velden": [veld]}], tarief="MAAN", schema=2, regels=[regel])
    looked = offer(samira, content)
    html = looked.content.decode()
    for words in ("schoenmaat", "MAAN", "maanreis", "hologram"):
        assert words in html
    assert do(samira, looked).status_code == 302
    taken = get_formulier()
    assert taken.tarief is None
    assert taken.stappen[0].value["velden"][0].value["eigenschap"] == "schoenmaat"
    assert taken.regels[0].value["product"] is None


def test_a_zaaktype_that_the_register_lacks_is_told(samira: Client) -> None:
    assert "Het zaaktype “weg” bestaat niet" in offer(samira, definitie(zaaktype="weg")).content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (definitie(schema=99, regels=[]), "nieuwere versie van eloket"),
        (definitie(stappen=[{**STAP, "velden": [{**VELD, "soort": "hologram"}]}]), "hologram"),
        (definitie(schema=2, regels=[{"actie": "betaal", "voorwaarden": []}]), "betaal"),
        (definitie(stappen=[STAP, STAP]), "meer dan een keer"),
        (definitie(stappen=[{**STAP, "sleutel": "../x"}]), "kleine letters"),
        (definitie(slug="a b"), "Adres:"),
        (definitie(niveau=99), "Inloggen:"),
        (definitie(titel={"nl": {"a": 1}}), "titel nl"),
        (definitie(stappen={"a": 1}), "stappen"),
        (definitie(stappen=[7]), "stappen 1"),
        ({"stappen": [], "schema": 2}, "slug ontbreekt"),
        ([1], "Dit is geen formulier"),
        (b"PK\x03\x04", "geen JSON"),
        (b"\xff\xfe", "geen JSON"),
        (b"[" * 100_000, "geen JSON"),
        (b'{"a":' * 400 + b"1" + b"}" * 400, "geen JSON"),
        (b'{"schema": NaN, "stappen": []}', "geen JSON"),
        (b'{"schema": 1, "stappen": ["\\ud800"]}', "geen JSON"),
        (b'{"schema": 1, "stappen": ["\\u0000"]}', "geen JSON"),
        (b'{"schema": {"a": 1}, "stappen": []}', "kennen het schema"),
        (b"9" * 5000, "geen JSON"),
        (b" " * 1_000_001, "groter dan 1 MB"),
        (b"", "leeg"),
    ],
)
def test_a_file_that_is_no_form_gets_a_message_and_changes_nothing(
    samira: Client, content: Any, words: str
) -> None:
    response = offer(samira, content)
    assert (response.status_code, words in response.content.decode()) == (200, True)
    assert "Importeer als concept" not in response.content.decode()
    assert Formulier.objects.count() == 0


def test_a_file_of_fifty_megabyte_gets_an_answer(samira: Client) -> None:
    assert offer(samira, b"x" * 50_000_000).status_code in (200, 413)


def test_what_was_looked_at_is_kept_for_an_hour_and_cannot_be_made_up(samira: Client) -> None:
    made_up = samira.post(f"{IMPORT}uitvoeren/", {"inhoud": "abc", "keuze": "nieuw"}, follow=True)
    assert "Kies het nog eens" in made_up.content.decode()
    assert samira.post(f"{IMPORT}uitvoeren/", {}, follow=True).status_code == 200
    assert Formulier.objects.count() == 0


json_value = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    key=st.sampled_from(
        ["opties", "instellingen", "velden", "label", "verplicht", "soort", "eigenschap", "sleutel"]
    ),
    value=json_value,
    soort=st.sampled_from(["tekst", "keuze", "datum", "getal", "herhaling", "uitleg", "email"]),
    naam=st.sampled_from(["bron", "tekst", "max_tekens", "minimum", "autocomplete", "bevestigen"]),
)
def test_no_value_anywhere_in_a_question_is_a_server_error(
    key: str, value: Any, soort: str, naam: str
) -> None:
    veld = {**VELD, "soort": soort, "instellingen": {naam: value}, key: value}
    data = json.dumps(definitie(stappen=[{**STAP, "velden": [veld]}])).encode()
    try:
        inhoud = read_formulierbestand(data)
    except BestandOnleesbaar:
        return
    assert examine_formulier(inhoud).slug == "fietsenstalling"


@pytest.mark.parametrize("name", form_names())
def test_every_demo_form_survives_the_journey(name: str, catalogus: Catalogus) -> None:
    content = read(f"formulieren/{name}")
    make_tarief("gratis")
    make_product(catalogus, "verhuizen-naar-het-buitenland")
    publish(**content)
    exported = export_formulier(get_formulier(content["slug"]))
    assert read_formulierbestand(json.dumps(exported).encode()) == exported
    verslag = examine_formulier(exported)
    assert verslag.fouten == ()
    tarieven = {str(code) for code in re.findall(r'"tarief": "([^"]+)"', json.dumps(exported))}
    told = " ".join(verslag.meldingen)
    assert not [code for code in tarieven - {"gratis"} if code not in told]  # the table has no other here


def test_only_a_redacteur_can(client: Client) -> None:
    publish()
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse"))
    assert client.get(IMPORT).status_code in (302, 403)
    assert client.get(f"/beheer/formulieren/{get_formulier().pk}/exporteren/").status_code in (302, 403)
    assert offer(client, definitie(slug="x")).status_code in (302, 403)


def test_the_buttons_stand_on_the_list_and_in_the_editor(samira: Client) -> None:
    publish()
    pk = get_formulier().pk
    lijst = samira.get("/beheer/snippets/formulieren/formulier/").content.decode()
    assert IMPORT in lijst
    assert f"/beheer/formulieren/{pk}/exporteren/" in lijst
    edit = samira.get(f"/beheer/snippets/formulieren/formulier/edit/{pk}/").content.decode()
    assert f"/beheer/formulieren/{pk}/exporteren/" in edit


# --- From the command line -----


def run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_the_commands_take_a_form_out_and_in(tmp_path: Path) -> None:
    publish()
    file = tmp_path / "formulier.json"
    run("export_formulier", "fietsenstalling", "--naar", str(file))
    assert json.loads(run("export_formulier", "fietsenstalling"))["slug"] == "fietsenstalling"
    with pytest.raises(CommandError, match="er is al een formulier"):
        run("import_formulier", str(file))
    run("import_formulier", str(file), "--adres", "proef", "--proef")
    assert Formulier.objects.count() == 1
    assert "staat klaar als concept" in run("import_formulier", str(file), "--adres", "kopie")
    assert not get_formulier("kopie").live
    assert "staat klaar als concept" in run("import_formulier", str(file), "--bijwerken")
    assert FormulierVersie.objects.count() == 1


def test_the_commands_say_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "formulier.json"
    file.write_text(json.dumps(definitie(slug="a b")))
    for words, reason in [
        (("export_formulier", "weg"), "geen formulier"),
        (("import_formulier", str(tmp_path / "weg.json")), "No such file"),
        (("import_formulier", str(file)), "past hier niet"),
    ]:
        with pytest.raises(CommandError, match=reason):
            run(*words)
    file.write_text("x")
    with pytest.raises(CommandError, match="geen JSON"):
        run("import_formulier", str(file))
