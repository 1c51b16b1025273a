"""The small ZGW server does what real ones do, traps and all, and every answer is as officially described."""

import http.client
import json
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from eloket.demo.zgwregister import server
from eloket.demo.zgwregister.catalogus import Inrichting, add_zaaktype, end_zaaktype
from eloket.demo.zgwregister.demotypen import DEFINITIES, read_inrichting
from eloket.demo.zgwregister.notificaties import deliver
from eloket.demo.zgwregister.register import Applicatie, Register
from tests.bronserver import Bronserver, Vraag, run_bronserver
from tests.zgw.conftest import Zgw
from tests.zgw.klant import Klant, make_token

ZAKEN = "/zaken/api/v1/zaken"
EIO = "/documenten/api/v1/enkelvoudiginformatieobjecten"
NOOR, VREEMDE = "999990019", "999990408"
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"


@pytest.fixture
def klant(zgw: Zgw) -> Klant:
    return Klant(zgw)


# --- Who may come in -----


@pytest.mark.parametrize(
    ("claims", "secret", "code"),
    [
        ({"client_id": "vreemde"}, "", "invalid-client-identifier"),
        ({}, "een-ander-geheim", "invalid-jwt-signature"),
        ({"iat": -3700}, "", "jwt-expired"),
        ({"iat": None}, "", "jwt-missing-iat-claim"),
        ({"exp": -10}, "", "jwt-expiredsignatureerror"),
    ],
)
def test_every_failure_to_log_in_is_403_with_its_own_code(
    zgw: Zgw, klant: Klant, claims: dict[str, Any], secret: str, code: str
) -> None:
    now = int(zgw.klok.nu.timestamp())
    times = {name: value + now for name, value in claims.items() if isinstance(value, int)}
    full = {"client_id": "eloket", "iat": now, **claims, **times}
    klant.token = make_token(full, secret or "geheim-van-de-gemeente")
    answer = klant.get(ZAKEN)
    assert (answer.status, answer.code) == (403, code)


def test_without_a_token_or_a_right_it_is_403_and_no_empty_list(zgw: Zgw, klant: Klant) -> None:
    zgw.register.applicaties["eloket"].scopes = frozenset({"zaken.aanmaken"})
    for token in (klant.token, None):
        klant.token = token
        assert (klant.get(ZAKEN).status, klant.get(ZAKEN).code) == (403, "permission_denied")


def test_with_only_zaken_aanmaken_the_first_status_is_allowed_and_a_rol_is_not(
    zgw: Zgw, klant: Klant
) -> None:
    rights = frozenset({"zaken.aanmaken", "catalogi.lezen"})
    zgw.register.applicaties["eloket"].scopes = rights
    zaak = klant.make_zaak()
    assert klant.set_status(zaak, 1, "2026-11-24T09:00:00Z").status == 201
    assert klant.set_status(zaak, 2, "2026-11-24T09:01:00Z").status == 403
    assert klant.add_rol(zaak, {"inpBsn": NOOR}).status == 403


def test_a_new_version_of_a_zaaktype_is_out_of_sight_of_who_has_rights_by_url(zgw: Zgw, klant: Klant) -> None:
    old = zgw.typen["aanvraag"]
    zgw.register.applicaties["eloket"].zaaktypen = frozenset({old["url"]})
    new = add_zaaktype(
        zgw.register, zgw.typen["catalogus"], Inrichting("aanvraag", "Aanvraag", begin="2026-11-01")
    )
    end_zaaktype(old, "2026-11-01")
    answer = klant.post(ZAKEN, {**make_body(zgw), "zaaktype": new["url"]})
    assert answer.status == 403


# --- Headers -----


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Accept-Crs": ""}, 412),
        ({"Accept-Crs": "EPSG:28992"}, 406),
        ({"Accept": "application/problem+json"}, 406),
    ],
)
def test_the_headers_of_zaken_are_demanded(klant: Klant, headers: dict[str, str], status: int) -> None:
    assert klant.ask("GET", ZAKEN, headers=headers).status == status


def test_only_what_holds_geometry_asks_for_a_crs(klant: Klant) -> None:
    bare = {"Accept-Crs": "", "Content-Crs": ""}
    assert klant.ask("GET", "/zaken/api/v1/rollen", headers=bare).status == 200
    assert klant.ask("POST", f"{ZAKEN}/_zoek", {}, headers={"Content-Crs": ""}).status == 412
    assert klant.get(f"{ZAKEN}/").status == 404


# --- Zaken -----


def make_body(zgw: Zgw) -> dict[str, Any]:
    return {
        "bronorganisatie": "123456782",
        "verantwoordelijkeOrganisatie": "123456782",
        "zaaktype": zgw.typen["aanvraag"]["url"],
        "startdatum": "2026-11-24",
    }


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"bronorganisatie": "123456789"}, ("bronorganisatie", "invalid")),
        ({"bronorganisatie": ""}, ("bronorganisatie", "blank")),
        ({"startdatum": "morgen"}, ("startdatum", "invalid")),
        ({"omschrijving": "x" * 81}, ("omschrijving", "max_length")),
        ({"identificatie": "x" * 41}, ("identificatie", "max_length")),
        ({"zaaktype": "geen url"}, ("zaaktype", "bad-url")),
        ({"zaaktype": "http://localhost/catalogi/api/v1/zaaktypen/1"}, ("zaaktype", "unknown-service")),
        ({"communicatiekanaal": "https://example.org/kanaal"}, ("communicatiekanaal", "bad-url")),
        (
            {"productenOfDiensten": ["https://a.example"]},
            ("productenOfDiensten", "invalid-products-services"),
        ),
        ({"kenmerken": [{"kenmerk": "x" * 41, "bron": "eloket"}]}, ("kenmerken.0.kenmerk", "max_length")),
    ],
)
def test_what_cannot_be_is_told_by_field(
    zgw: Zgw, klant: Klant, changes: dict[str, Any], param: tuple[str, str]
) -> None:
    answer = klant.post(ZAKEN, make_body(zgw) | changes)
    assert (answer.status, answer.params) == (400, [param])


def test_a_concept_or_a_version_that_ended_takes_no_zaak(zgw: Zgw, klant: Klant) -> None:
    concept = add_zaaktype(zgw.register, zgw.typen["catalogus"], Inrichting("nieuw", "Nieuw", concept=True))
    assert klant.post(ZAKEN, make_body(zgw) | {"zaaktype": concept["url"]}).params == [
        ("zaaktype", "not-published")
    ]
    end_zaaktype(zgw.typen["aanvraag"], "2026-11-01")
    assert klant.post(ZAKEN, make_body(zgw)).params == [("zaaktype", "not-valid")]


def test_a_number_is_there_once_per_organisation(zgw: Zgw, klant: Klant) -> None:
    body = make_body(zgw) | {"identificatie": "ELK-2026-0000001"}
    assert klant.post(ZAKEN, body).status == 201
    assert klant.post(ZAKEN, body).params == [("identificatie", "identificatie-niet-uniek")]
    assert klant.post(ZAKEN, body | {"bronorganisatie": "111222333"}).status == 201
    found = klant.get(ZAKEN, identificatie="ELK-2026-0000001", bronorganisatie="123456782").json
    assert found["count"] == 1


def test_the_server_counts_its_own_numbers_and_the_dates(klant: Klant) -> None:
    zaak = klant.make_zaak()
    assert zaak["identificatie"] == "ZAAK-2026-0000000001"
    assert (zaak["einddatumGepland"], zaak["uiterlijkeEinddatumAfdoening"]) == ("2026-12-22", "2027-01-19")
    one = klant.post("/zaken/api/v1/zaaknummer_reserveren", {"bronorganisatie": "123456782"}).json
    assert one == {"zaaknummer": "ZAAK-2026-0000000002"}
    more = klant.post(
        "/zaken/api/v1/zaaknummer_reserveren", {"bronorganisatie": "123456782", "aantal": 2}
    ).json
    assert len(more) == 2


def test_durations_come_back_in_days(klant: Klant) -> None:
    [found] = klant.get("/catalogi/api/v1/zaaktypen", identificatie="aanvraag").json["results"]
    assert (found["doorlooptijd"], found["servicenorm"]) == ("P56D", "P28D")


def test_one_initiator_and_a_real_bsn(klant: Klant) -> None:
    zaak = klant.make_zaak()
    assert klant.add_rol(zaak, {"inpBsn": "123456789"}).params == [
        ("betrokkeneIdentificatie.inpBsn", "invalid")
    ]
    assert klant.add_rol(zaak, {"inpBsn": NOOR}).status == 201
    assert klant.add_rol(zaak, {"inpBsn": VREEMDE}).params == [("nonFieldErrors", "max-occurences")]
    context = {"source": "digid", "representee": {"identifier": NOOR}}
    answer = klant.add_rol(zaak, {"inpBsn": VREEMDE}, "belanghebbende", authenticatieContext=context)
    assert answer.params == [("authenticatieContext.mandate", "required")]


def test_the_same_eigenschap_twice_is_taken(klant: Klant) -> None:
    zaak = klant.make_zaak()
    [kenteken] = klant.get("/catalogi/api/v1/eigenschappen", zaaktype=zaak["zaaktype"]).json["results"]
    body = {"zaak": zaak["url"], "eigenschap": kenteken["url"], "waarde": "AB-123-C"}
    for _time in range(2):
        assert klant.post(f"{zaak['url']}/zaakeigenschappen", body).status == 201
    assert len(klant.get(f"{zaak['url']}/zaakeigenschappen").json) == 2


# --- Statussen -----


def test_the_current_status_is_the_latest_and_not_the_last_that_came(klant: Klant) -> None:
    zaak = klant.make_zaak()
    later = klant.set_status(zaak, 2, "2026-11-24T09:00:00Z").json
    klant.set_status(zaak, 1, "2026-11-24T08:00:00Z")
    assert klant.get(zaak["url"]).json["status"] == later["url"]
    flags = {each["url"]: each["indicatieLaatstGezetteStatus"] for each in list_statussen(klant, zaak)}
    assert [url for url, flag in flags.items() if flag] == [later["url"]]


def list_statussen(klant: Klant, zaak: Any) -> Any:
    return klant.get("/zaken/api/v1/statussen", zaak=zaak["url"]).json["results"]


def test_a_status_is_not_in_the_future_and_not_twice_at_one_moment(zgw: Zgw, klant: Klant) -> None:
    zaak = klant.make_zaak()
    assert klant.set_status(zaak, 1, "2026-11-24T10:00:00Z").params == [
        ("datumStatusGezet", "date-in-future")
    ]
    assert klant.set_status(zaak, 1, "2026-11-24T09:00:00Z").status == 201
    assert klant.set_status(zaak, 2, "2026-11-24T09:00:00Z").params == [("nonFieldErrors", "unique")]
    zgw.register.storingen.klok_verschil = timedelta(minutes=-40)
    assert klant.set_status(zaak, 2, "2026-11-24T09:10:00Z").params == [
        ("datumStatusGezet", "date-in-future")
    ]


def test_the_end_asks_a_resultaat_and_documents_that_are_done(klant: Klant) -> None:
    zaak = klant.make_zaak("kapvergunning")
    answer = klant.set_status(zaak, 2, "2026-11-24T09:00:00Z")
    assert answer.params == [("nonFieldErrors", "resultaat-does-not-exist")]
    [verleend] = klant.get("/catalogi/api/v1/resultaattypen", zaaktype=zaak["zaaktype"]).json["results"]
    klant.post("/zaken/api/v1/resultaten", {"zaak": zaak["url"], "resultaattype": verleend["url"]})
    document = klant.make_document("Bewijs", indicatieGebruiksrecht=None).json
    klant.link(zaak, document)
    answer = klant.set_status(zaak, 2, "2026-11-24T09:00:00Z")
    assert answer.params == [("nonFieldErrors", "indicatiegebruiksrecht-unset")]


def test_statustypen_come_last_first_or_in_no_order_at_all(zgw: Zgw, klant: Klant) -> None:
    def numbers() -> list[int]:
        found = klant.get("/catalogi/api/v1/statustypen", zaaktype=zgw.typen["aanvraag"]["url"]).json
        return [each["volgnummer"] for each in found["results"]]

    assert numbers() == [3, 2, 1]
    zgw.register.storingen.schud_statustypen = True
    assert numbers() == [2, 3, 1]


# --- Lists: where the standard is dangerous -----


def test_an_empty_filter_gives_everything_and_null_gives_nothing(zgw: Zgw, klant: Klant) -> None:
    klant.make_zaak(bsn=NOOR)
    klant.make_zaak(bsn=VREEMDE)
    assert klant.get(ZAKEN, **{BSN: NOOR}).json["count"] == 1
    assert klant.get(ZAKEN, **{BSN: ""}).json["count"] == 2
    assert klant.post(f"{ZAKEN}/_zoek", {BSN: ""}).json["count"] == 2
    assert klant.post(f"{ZAKEN}/_zoek", {BSN: None}).json["count"] == 0
    zgw.gezien.wrong.clear()  # null is not described; a server takes it all the same


def test_zoek_skips_what_it_does_not_know_and_a_get_refuses_it(klant: Klant) -> None:
    klant.make_zaak(bsn=VREEMDE)
    assert klant.post(f"{ZAKEN}/_zoek", {BSN.replace("inpBsn", "inpbsn"): NOOR}).json["count"] == 1
    assert klant.post(f"{ZAKEN}/_zoek", {"foo": "bar"}).json["count"] == 1
    assert klant.get(ZAKEN, foo="bar").params == [("nonFieldErrors", "unknown-parameters")]


def test_a_number_that_is_too_short_finds_nobody_and_one_that_is_too_long_is_refused(klant: Klant) -> None:
    klant.make_zaak(bsn=NOOR)
    assert klant.get(ZAKEN, **{BSN: NOOR[:8]}).json["count"] == 0
    assert klant.get(ZAKEN, **{BSN: "000000000"}).json["count"] == 0
    assert klant.get(ZAKEN, **{BSN: f"{NOOR}1"}).params == [(BSN, "max_length")]


def test_pages_go_on_and_beyond_the_end_is_404(zgw: Zgw, klant: Klant) -> None:
    for _each in range(3):
        klant.make_zaak(bsn=NOOR)
    first = klant.post(f"{ZAKEN}/_zoek", {BSN: NOOR}, pageSize=2).json
    assert (first["count"], len(first["results"]), first["previous"]) == (3, 2, None)
    assert first["next"] == f"{zgw.base}{ZAKEN}/_zoek?pageSize=2&page=2"
    assert klant.post(f"{ZAKEN}/_zoek", {BSN: NOOR}, pageSize=2, page=3).status == 404


@pytest.mark.parametrize("zgw", ["strikt"], indirect=True)
def test_a_server_that_keeps_to_the_standard_knows_no_page_size(klant: Klant) -> None:
    assert klant.get(ZAKEN, pageSize=2).params == [("nonFieldErrors", "unknown-parameters")]
    assert klant.post(f"{ZAKEN}/_zoek", {"ordering": ["-startdatum"]}).params == [("ordering", "invalid")]
    assert klant.post("/zaken/api/v1/zaaknummer_reserveren", {"bronorganisatie": "123456782"}).status == 404


def test_ordering_knows_few_names_and_puts_open_zaken_first(zgw: Zgw, klant: Klant) -> None:
    open_zaak, closed = klant.make_zaak(), klant.make_zaak(startdatum="2026-11-25")
    zgw.register.get("zaken", closed["uuid"])["einddatum"] = "2026-11-26"
    found = klant.get(ZAKEN, ordering="-einddatum,-startdatum").json["results"]
    assert [each["url"] for each in found] == [open_zaak["url"], closed["url"]]
    assert klant.get(ZAKEN, ordering="laatstGemuteerd").params == [("ordering", "invalid_choice")]


def test_expand_wants_the_parent_too(klant: Klant) -> None:
    zaak = klant.make_zaak(bsn=NOOR)
    klant.set_status(zaak, 1, "2026-11-24T09:00:00Z")
    lonely = klant.get(zaak["url"], expand="status.statustype").json
    assert lonely["_expand"] == {}
    both = klant.get(ZAKEN, expand="status,status.statustype,rollen").json["results"][0]["_expand"]
    assert both["status"]["_expand"]["statustype"]["volgnummer"] == 1
    assert both["rollen"][0]["betrokkeneIdentificatie"]["inpBsn"] == NOOR
    assert klant.get(ZAKEN, expand="stat").params == [("expand", "invalid_choice")]


def test_what_is_too_confidential_is_absent_from_lists_and_403_by_itself(zgw: Zgw, klant: Klant) -> None:
    zaak = klant.make_zaak("jeugdhulp", bsn=NOOR)
    zgw.register.applicaties["eloket"] = Applicatie("geheim-van-de-gemeente", maximum="zaakvertrouwelijk")
    assert klant.get(ZAKEN).json["count"] == 0
    assert klant.get(zaak["url"]).status == 403


def test_an_etag_may_be_stale_and_hides_a_change(zgw: Zgw, klant: Klant) -> None:
    zaak = klant.make_zaak()
    zgw.register.storingen.oude_etag = True
    etag = klant.get(zaak["url"]).headers["ETag"]
    klant.set_status(zaak, 1, "2026-11-24T09:00:00Z")
    assert klant.ask("GET", zaak["url"], headers={"If-None-Match": etag}).status == 304
    zgw.register.storingen.oude_etag = False
    assert klant.ask("GET", zaak["url"], headers={"If-None-Match": etag}).status == 200


def test_reading_by_the_resident_answers_what_was_there_before(klant: Klant) -> None:
    zaak = klant.make_zaak()
    moment = "2026-11-24T09:00:00Z"
    assert klant.ask("PATCH", zaak["url"], {"laatstGeopend": moment}).json["laatstGeopend"] is None
    assert klant.get(zaak["url"]).json["laatstGeopend"] == moment


def test_a_clock_that_stood_still_is_remembered(klant: Klant) -> None:
    zaak = klant.make_zaak()
    klant.ask("PATCH", zaak["url"], {"opschorting": {"indicatie": True, "reden": "wachten"}})
    again = klant.ask("PATCH", zaak["url"], {"opschorting": {"indicatie": False, "reden": ""}}).json
    assert again["opschorting"] == {"indicatie": False, "eerdereOpschorting": True, "reden": ""}
    longer = klant.ask("PATCH", zaak["url"], {"verlenging": {"reden": "onderzoek", "duur": "P4W"}}).json
    assert longer["verlenging"]["duur"] == "P28D"


# --- Documents -----


def test_a_small_document_is_told_its_size_and_belongs_to_the_zaaktype(klant: Klant) -> None:
    zaak = klant.make_zaak("kapvergunning")
    assert klant.make_document("Bewijs", bestandsomvang=3).params == [("nonFieldErrors", "file-size")]
    assert klant.make_document("Bewijs", taal="nl").params == [("taal", "min_length")]
    received = {"status": "in_bewerking", "ontvangstdatum": "2026-11-24"}
    assert klant.make_document("Bewijs", **received).params == [("status", "invalid_for_received")]
    other = klant.make_document("Bijlage").json
    code = "missing-zaaktype-informatieobjecttype-relation"
    assert klant.link(zaak, other).params == [("nonFieldErrors", code)]
    good = klant.make_document("Bewijs").json
    assert klant.link(zaak, good).status == 201
    assert klant.link(zaak, good).params == [("nonFieldErrors", "unique")]
    assert [each["informatieobject"] for each in list_documents(klant, zaak)] == [good["url"]]
    download = klant.ask("GET", good["inhoud"])
    assert (download.data, download.headers["Content-Type"]) == (b"%PDF-1.7", "application/octet-stream")


def list_documents(klant: Klant, zaak: Any) -> Any:
    return klant.get("/zaken/api/v1/zaakinformatieobjecten", zaak=zaak["url"]).json


def put_part(klant: Klant, part: Any, data: bytes, lock: str) -> Any:
    body = b"".join(
        b'--grens\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name, value)
        for name, value in ((b"lock", lock.encode()), (b"inhoud", data))
    )
    kind = {"Content-Type": "multipart/form-data; boundary=grens"}
    return klant.ask("PUT", part["url"], body + b"--grens--\r\n", headers=kind)


def test_a_large_document_comes_in_parts(zgw: Zgw, klant: Klant) -> None:
    zgw.register.deelgrootte = 4
    document = announce(klant, 10)
    parts = document["bestandsdelen"]
    assert [each["omvang"] for each in parts] == [4, 4, 2]
    assert put_part(klant, parts[0], b"abc", document["lock"]).params == [("nonFieldErrors", "file-size")]
    assert put_part(klant, parts[0], b"abcd", "fout").params == [("nonFieldErrors", "incorrect-lock-id")]
    assert put_part(klant, parts[0], b"ab\r\n", document["lock"]).json["voltooid"] is True
    unlock = f"{document['url']}/unlock"
    assert klant.post(unlock, {"lock": document["lock"]}).params == [("nonFieldErrors", "file-size")]
    put_part(klant, parts[1], b"efgh", document["lock"])
    put_part(klant, parts[2], b"ij", document["lock"])
    assert klant.post(unlock, {"lock": document["lock"]}).status == 204
    done = klant.get(document["url"]).json
    assert (done["locked"], done["bestandsdelen"]) == (False, [])
    assert klant.ask("GET", done["inhoud"]).data == b"ab\r\nefghij"


def announce(klant: Klant, size: int) -> Any:
    kind = klant.kind_of_document("Bewijs")
    body = {
        "informatieobjecttype": kind,
        "bronorganisatie": "123456782",
        "creatiedatum": "2026-11-24",
        "titel": "Groot",
        "auteur": "Aanvrager",
        "taal": "nld",
        "inhoud": None,
        "bestandsomvang": size,
    }
    return klant.post(EIO, body).json


def test_an_upload_can_be_given_up(klant: Klant) -> None:
    document = announce(klant, 10)
    given_up = {"lock": document["lock"], "bestandsomvang": 0, "inhoud": None}
    assert klant.ask("PATCH", document["url"], given_up).status == 200
    assert klant.post(f"{document['url']}/unlock", {"lock": document["lock"]}).status == 204
    assert klant.get(document["url"]).json["locked"] is False


def test_documents_are_found_by_their_own_name_by_zaak_and_by_uuid(klant: Klant) -> None:
    zaak = klant.make_zaak("kapvergunning")
    document = klant.make_document("Bewijs", identificatie="mijn-nummer").json
    klant.link(zaak, document)
    uuid = document["url"].rsplit("/", 1)[1]
    answers = (
        klant.get(EIO, identificatie="mijn-nummer", bronorganisatie="123456782"),
        klant.get(EIO, objectinformatieobjecten__object=zaak["url"]),
        klant.post(f"{EIO}/_zoek", {"uuid__in": [uuid]}),
    )
    assert [[each["url"] for each in answer.json["results"]] for answer in answers] == [[document["url"]]] * 3
    assert klant.make_document("Bewijs", identificatie="mijn-nummer").params == [
        ("identificatie", "identificatie-niet-uniek")
    ]


# --- Besluiten -----


def test_a_besluit_hangs_on_a_zaak_of_its_own_kind(klant: Klant) -> None:
    zaak = klant.make_zaak("kapvergunning")
    [kind] = klant.get("/catalogi/api/v1/besluittypen", zaaktypen=zaak["zaaktype"]).json["results"]
    body = {
        "verantwoordelijkeOrganisatie": "123456782",
        "besluittype": kind["url"],
        "zaak": zaak["url"],
        "datum": "2026-11-24",
        "ingangsdatum": "2026-11-25",
    }
    besluit = klant.post("/besluiten/api/v1/besluiten", body).json
    assert kind["reactietermijn"] == "P42D"
    assert klant.get("/besluiten/api/v1/besluiten", zaak=zaak["url"]).json["count"] == 1
    assert klant.get(f"{zaak['url']}/besluiten").json[0]["besluit"] == besluit["url"]
    links = {"besluit": besluit["url"], "informatieobject": klant.make_document("Bijlage").json["url"]}
    code = "missing-besluittype-informatieobjecttype-relation"
    assert klant.post("/besluiten/api/v1/besluitinformatieobjecten", links).params == [
        ("nonFieldErrors", code)
    ]


# --- Notificaties -----


@pytest.fixture
def ontvanger() -> Iterator[Bronserver]:
    def answer(vraag: Vraag) -> tuple[int, Any]:
        return (200 if vraag.headers.get("Authorization") == "Bearer webhook" else 403), {}

    with run_bronserver(answer) as ontvanger:
        yield ontvanger


def subscribe(klant: Klant, url: str, auth: str = "Bearer webhook") -> Any:
    kanalen = [{"naam": "zaken", "filters": {}}]
    body = {"callbackUrl": f"{url}/notificaties", "auth": auth, "kanalen": kanalen}
    return klant.post("/notificaties/api/v1/abonnement", body)


def test_a_callback_must_refuse_without_and_take_with_its_header(klant: Klant, ontvanger: Bronserver) -> None:
    answer = subscribe(klant, ontvanger.url, auth="Bearer iets-anders")
    assert answer.params == [("nonFieldErrors", "no-auth-on-callback-url")]
    answer = subscribe(klant, ontvanger.url)
    assert answer.status == 201
    assert "auth" not in answer.json
    assert [each.json()["kanaal"] for each in ontvanger.asked] == ["test"] * 4


@pytest.mark.parametrize(("fault", "times"), [("", 1), ("notificaties_dubbel", 2), ("notificaties_kwijt", 0)])
def test_a_notification_comes_once_twice_or_never(
    zgw: Zgw, klant: Klant, ontvanger: Bronserver, fault: str, times: int
) -> None:
    subscribe(klant, ontvanger.url)
    ontvanger.asked.clear()
    if fault:
        setattr(zgw.register.storingen, fault, True)
    zaak = klant.make_zaak(bsn=NOOR)
    deliver(zgw.register)
    heard = [each.json() for each in ontvanger.asked]
    assert [each["resource"] for each in heard] == [
        name for name in ("zaak", "rol") for _time in range(times)
    ]
    assert {each["hoofdObject"] for each in heard} <= {zaak["url"]}
    assert NOOR not in str(heard)


# --- What goes wrong on request -----


@pytest.mark.parametrize("fault", ["412", "500", "403 jwt-expired", "403 permission_denied", "429"])
def test_a_fault_is_an_answer_of_its_own(zgw: Zgw, klant: Klant, fault: str) -> None:
    zgw.register.storingen.add(fault, bij="GET /zaken/api/v1/zaken", keer=1)
    status, _, code = fault.partition(" ")
    answer = klant.get(ZAKEN)
    assert (answer.status, answer.code) == (int(status), code or "error")
    assert klant.get(ZAKEN).status == 200
    zgw.gezien.wrong.clear()  # a broken server need not keep to its description


def test_a_proxy_answers_in_html(zgw: Zgw, klant: Klant) -> None:
    zgw.register.storingen.add("html")
    assert klant.get(ZAKEN).headers["Content-Type"] == "text/html"


@pytest.mark.parametrize(("fault", "made"), [("dicht_voor", 0), ("dicht_half", 0), ("dicht_na", 1)])
def test_the_line_breaks_before_or_after_the_work(zgw: Zgw, klant: Klant, fault: str, made: int) -> None:
    zgw.register.storingen.add(fault, bij="POST .*/zaken$", keer=1)
    with pytest.raises((ConnectionError, http.client.HTTPException)):
        klant.post(ZAKEN, make_body(zgw))
    assert len(zgw.register.dingen["zaken"]) == made


def test_filters_can_be_ignored_as_one_product_does(zgw: Zgw, klant: Klant) -> None:
    klant.make_zaak(bsn=VREEMDE)
    zgw.register.storingen.negeer_filters = True
    assert klant.get(ZAKEN, **{BSN: "000000000"}).json["count"] == 1


def test_it_counts_what_was_asked(zgw: Zgw, klant: Klant) -> None:
    klant.get(ZAKEN)
    klant.get(ZAKEN)
    assert zgw.register.geteld[f"GET {ZAKEN}"] == 2
    zgw.register.forget_calls()
    assert zgw.register.geteld.total() == 0


def test_it_starts_at_once() -> None:
    begin = time.perf_counter()
    with server.run(Register(klok=lambda: pytest.fail("nobody asked the time"))):
        taken = time.perf_counter() - begin
    assert taken < 0.2


def test_the_demo_fills_it_with_its_own_zaaktypen(zgw: Zgw, klant: Klant) -> None:
    definities = json.loads(DEFINITIES.read_text())
    for definitie in definities:
        add_zaaktype(zgw.register, zgw.typen["catalogus"], read_inrichting(definitie))
    found = klant.get("/catalogi/api/v1/zaaktypen", catalogus=zgw.typen["catalogus"]["url"]).json["results"]
    assert {each["identificatie"] for each in definities} <= {each["identificatie"] for each in found}
