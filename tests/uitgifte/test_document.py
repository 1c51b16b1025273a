"""The sealed PDF of Noor's vergunning, looked at by checkers that are not ours."""

import hashlib
import io
import json
import re
import subprocess
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import which
from typing import Any

import page
import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from eloket.bestanden.services import read_bestand
from eloket.lib.partij import Bsn
from eloket.outbox.models import Opdracht
from eloket.outbox.services import run_due
from eloket.uitgifte.backends import get_zegel
from eloket.uitgifte.backends.pades.proef import make_proefzegel, write_proefzegel
from eloket.uitgifte.models import Document, Sjabloon, UitgegevenProduct
from eloket.uitgifte.opmaak import SJABLONEN, render_document
from eloket.uitgifte.services import get_product, issue_product, make_document, withdraw_product
from tests.components import need
from tests.uitgifte.controleurs import is_sealed_whole
from tests.uitgifte.factories import (
    CLAIMS,
    EVENEMENT,
    JORIS,
    KEES,
    NOW,
    PARKEREN,
    UITTREKSEL,
    issue,
    make_soort,
    new_product,
)

PROFILES = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)


@dataclass(frozen=True)
class Gemaakt:
    """A product with its sealed PDF."""

    product: UitgegevenProduct
    pdf: bytes


def use_zegel(settings: Any, folder: Path, **options: Any) -> None:
    """A proefzegel in this folder, unless `options` says otherwise."""
    config = dict(settings.ELOKET_ZEGEL["default"])
    config["OPTIONS"] = {"BESTAND": str(folder / "proefzegel.p12"), **options}
    if "WACHTWOORD" in options:
        config["BACKEND"] = "eloket.uitgifte.backends.pades.bestand.BestandZegel"
    settings.ELOKET_ZEGEL = {"default": config}


@pytest.fixture(autouse=True)
def zegel(settings: Any, tmp_path: Path) -> None:
    use_zegel(settings, tmp_path)


@pytest.fixture(scope="module")
def gemaakt(django_db_blocker: Any, django_db_setup: None, tmp_path_factory: Any) -> Gemaakt:
    """Rendered and sealed once for the whole module; nothing stays in the database."""
    from django.db import transaction

    from eloket.uitgifte.backends.pades.proef import ProefZegel

    folder = tmp_path_factory.mktemp("zegel")
    with django_db_blocker.unblock(), transaction.atomic():
        make_soort(tekst="Leg dit niet achter de voorruit.\n\nDe gemeente ziet uw kenteken.")
        row = UitgegevenProduct.objects.get(pk=issue().id)
        pdf = render_document(row, proef=True)
        transaction.set_rollback(True)
    sealed = ProefZegel({"BESTAND": str(folder / "zegel.p12")}).seal(
        pdf, naam="Gemeente Rietwaard", veld="Elektronisch zegel van de gemeente", now=NOW
    )
    return Gemaakt(row, sealed.pdf)


def faults(pdf: bytes) -> list[tuple[str, str]]:
    """What page-validation has against this file, for both profiles."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    return [(each.rule_id, each.message) for report in reports for each in report.failures]


def text_of(pdf: bytes, tmp_path: Path) -> str:
    program = need(which("pdftotext"), "pdftotext")
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf)
    out = subprocess.run([program, "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"\s+", " ", out)


def test_it_can_be_kept_and_read_by_everybody(gemaakt: Gemaakt) -> None:
    assert faults(gemaakt.pdf) == []


def test_the_checkers_see_what_is_wrong(gemaakt: Gemaakt) -> None:
    """Control: without the metadata that we add, neither profile holds."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(gemaakt.pdf)) as opened:
        del opened.Root.Metadata
        opened.save(out)
    assert len({rule.split("-")[0] for rule, _message in faults(out.getvalue())}) >= 1
    assert not is_sealed_whole(out.getvalue())


def test_the_seal_is_over_all_of_it(gemaakt: Gemaakt) -> None:
    assert is_sealed_whole(gemaakt.pdf)


@pytest.mark.parametrize("place", [0.02, 0.3, 0.5, 0.7, 0.99])
def test_one_bit_flipped_is_refused(gemaakt: Gemaakt, place: float) -> None:
    """Anywhere in what the seal is over: all but the seal itself, whose end is filled up with zeros."""
    start, length, after, rest = PdfFileReader(io.BytesIO(gemaakt.pdf)).embedded_signatures[0].byte_range
    assert (start, after + rest) == (0, len(gemaakt.pdf))
    sealed = [*range(length), *range(after, after + rest)]
    changed = bytearray(gemaakt.pdf)
    changed[sealed[int(len(sealed) * place)]] ^= 1
    assert not is_sealed_whole(bytes(changed))


@pytest.mark.parametrize("extra", [b"\n", b"\n% nog een regel\n", b"\x00" * 100])
def test_bytes_behind_it_are_refused(gemaakt: Gemaakt, extra: bytes) -> None:
    assert not is_sealed_whole(gemaakt.pdf + extra)


def test_poppler_says_the_same(gemaakt: Gemaakt, tmp_path: Path) -> None:
    program = need(which("pdfsig"), "pdfsig")

    def look(pdf: bytes) -> str:
        path = tmp_path / "x.pdf"
        path.write_bytes(pdf)
        return subprocess.run([program, "-nocert", path], capture_output=True, text=True, check=False).stdout

    whole = look(gemaakt.pdf)
    assert "Signature is Valid" in whole
    assert "Total document signed" in whole
    assert "ETSI.CAdES.detached" in whole
    assert "Total document signed" not in look(gemaakt.pdf + b"\n% erbij\n")
    changed = bytearray(gemaakt.pdf)
    changed[len(changed) // 3] ^= 1
    assert "Signature is Valid" not in look(bytes(changed))


def test_the_claims_travel_inside_and_no_number_of_anybody(gemaakt: Gemaakt) -> None:
    with pikepdf.open(io.BytesIO(gemaakt.pdf)) as opened:
        attached = opened.attachments["product.json"]
        data = json.loads(attached.get_file().read_bytes())
        assert attached.relationship == pikepdf.Name.Data
    assert data["type"] == PARKEREN
    assert data["claims"] == gemaakt.product.claims
    assert data["controle"].endswith(f"/controleer/{gemaakt.product.code}/")
    assert data["geldigTot"] == "2027-11-23T23:00:00+00:00"
    assert isinstance(gemaakt.product.partij, Bsn)
    assert gemaakt.product.partij.nummer not in json.dumps(data)


def test_it_says_what_it_is_where_to_check_it_and_that_it_is_a_trial(
    gemaakt: Gemaakt, tmp_path: Path
) -> None:
    text = text_of(gemaakt.pdf, tmp_path)
    for words in (
        "PROEFZEGEL",
        "Parkeervergunning",
        "Kenteken GT123X",
        "Geldig tot en met 23 november 2027",
        "Leg dit niet achter de voorruit.",
        "Controleer met deze code:",
    ):
        assert words in text
    code = gemaakt.product.code
    assert f"{code[:4]}-{code[4:8]}-{code[8:12]}-{code[12:]}" in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("claimtype", "sjabloon", "taal"),
    [(UITTREKSEL, "uittreksel", "nl"), (EVENEMENT, "vergunning", "en")],
)
def test_other_documents_keep_to_both_profiles(claimtype: str, sjabloon: str, taal: str) -> None:
    make_soort("soort", claimtype, sjabloon=sjabloon, tekst="Alleen Nederlands: <b>&amp;</b> “é” Łukasz Ğ")
    product = issue(soort="soort", claims=CLAIMS[claimtype], houder=JORIS, taal=taal)
    pdf = render_document(UitgegevenProduct.objects.get(pk=product.id), proef=False)
    assert faults(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == taal


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, gemaakt: Gemaakt) -> None:
    """For stories about something else: what was rendered once is sealed again."""
    unsealed = gemaakt.pdf
    monkeypatch.setattr("eloket.uitgifte.services.document.render_document", lambda *args, **kwargs: unsealed)
    monkeypatch.setattr(
        "eloket.uitgifte.backends.pades.zegel.PadesZegel._sign", lambda *args, **kwargs: unsealed
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("soort", "quick")
def test_the_worker_makes_it_once_and_keeps_it_encrypted() -> None:
    product = issue()
    assert get_product(product.id, now=NOW).document == "wacht"
    run_due(now=NOW)
    made = Document.objects.get()
    assert get_product(product.id, now=NOW).document == "klaar"
    assert made.proef
    kept = read_bestand(made.bestand)
    assert hashlib.sha256(kept.inhoud).hexdigest() == made.sha256
    assert kept.naam == f"parkeervergunning-{product.tooncode}.pdf"
    make_document(product.id, now=NOW + timedelta(days=1))
    assert Document.objects.get().bestand == made.bestand


@pytest.mark.django_db
@pytest.mark.usefixtures("soort", "quick")
def test_a_worker_that_dies_after_sealing_leaves_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    product = issue()
    publish = "eloket.uitgifte.services.document.publish"

    def die(*args: Any, **kwargs: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(publish, die)
        with pytest.raises(KeyboardInterrupt):
            make_document(product.id, now=NOW)
    assert Document.objects.get().status == "wacht"
    run_due(now=NOW)
    assert Document.objects.get().status == "klaar"
    assert Opdracht.objects.filter(handler="uitgifte.make_document").count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("soort", "quick")
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "niet te lezen"),
        ("locked", "gaat niet open"),
        ("no key", "gaat niet open"),
        ("expired", "verlopen op 31-12-2020"),
        ("too early", "geldt pas vanaf 01-01-2030"),
    ],
)
def test_without_a_usable_key_the_document_waits_and_the_product_does_not(
    settings: Any, tmp_path: Path, kind: str, words: str
) -> None:
    path = tmp_path / "zegel.p12"
    put_key(path, kind)
    use_zegel(settings, tmp_path, BESTAND=str(path), WACHTWOORD="goed")
    product = issue()
    run_due(now=NOW)
    document = Document.objects.get()
    assert (document.status, words in document.reden) == ("wacht", True)
    assert get_product(product.id, now=NOW).stand == "geldig"
    work = Opdracht.objects.get(handler="uitgifte.make_document")
    assert (work.status, words in work.last_error) == ("wacht", True)
    path.unlink(missing_ok=True)
    path.write_bytes(make_proefzegel(wachtwoord="goed"))
    run_due(now=NOW + timedelta(hours=1))
    document.refresh_from_db()
    assert (document.status, document.reden, document.proef) == ("klaar", "", False)


def put_key(path: Path, kind: str) -> None:
    begin = NOW.replace(year=2030 if kind == "too early" else 2020, month=1, day=1, hour=0, minute=0)
    if kind == "no key":
        path.write_bytes(b"-----BEGIN CERTIFICATE-----")
    elif kind != "missing":
        secret = "anders" if kind == "locked" else "goed"
        path.write_bytes(make_proefzegel(begin=begin, jaren=1, wachtwoord=secret))


@pytest.mark.django_db
@pytest.mark.usefixtures("soort")
@pytest.mark.parametrize("fout", ["TemplateDoesNotExist", "ValueError"])
def test_a_template_that_breaks_keeps_the_document_waiting_with_a_reason(
    monkeypatch: pytest.MonkeyPatch, fout: str
) -> None:
    def broken(*args: Any, **kwargs: Any) -> bytes:
        raise ValueError("GT123X staat er niet")

    if fout == "ValueError":
        monkeypatch.setattr("eloket.uitgifte.services.document.render_document", broken)
    monkeypatch.setitem(SJABLONEN, Sjabloon.VERGUNNING, "uitgifte/document/weg.html")
    product = issue()
    run_due(now=NOW)
    assert Document.objects.get().reden == f"het document maken lukt niet ({fout})"
    assert get_product(product.id, now=NOW).stand == "geldig"


@pytest.mark.django_db
@pytest.mark.usefixtures("soort", "quick")
def test_what_was_withdrawn_meanwhile_gets_no_document() -> None:
    product = issue()
    withdraw_product(product.id, door=KEES, reden="", now=NOW)
    run_due(now=NOW)
    assert Document.objects.get().status == "wacht"
    assert Opdracht.objects.get(handler="uitgifte.make_document").status == "klaar"


def test_two_workers_make_one_proefzegel(tmp_path: Path) -> None:
    path = tmp_path / "map" / "proefzegel.p12"
    write_proefzegel(path, replace=False)
    first = path.read_bytes()
    write_proefzegel(path, replace=False)
    assert path.read_bytes() == first
    write_proefzegel(path, replace=True)
    assert path.read_bytes() != first
    assert [each.name for each in path.parent.iterdir()] == ["proefzegel.p12"]
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("soort")
def test_handing_over_makes_no_pdf_in_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: Any, **kwargs: Any) -> bytes:
        raise AssertionError("in the request")

    monkeypatch.setattr("eloket.uitgifte.services.document.render_document", never)
    monkeypatch.setattr(type(get_zegel()), "seal", never)
    assert issue_product(new_product(), door=KEES, now=NOW).document == "wacht"
