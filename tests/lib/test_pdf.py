"""A process that writes many PDFs does not grow."""

import gc
import io
import os
import zlib
from collections.abc import Iterator

import page
import pikepdf
import pytest
from weasyprint.formatting_structure.boxes import Box

from bench.geheugen import resident_mb
from eloket.lib.pdf import Pdfbijlage, write_archief_pdf, write_pdf

KOPIE = "<html lang='nl'><title>Kopie</title><h1>Kopie</h1><p>Tekst</p></html>"


@pytest.fixture
def _no_collecting_by_itself() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collecting_by_itself")
def test_what_a_pdf_was_made_of_is_gone_when_it_is_there() -> None:
    for _ in range(2):
        pdf = write_pdf(KOPIE, "")
        assert pdf.startswith(b"%PDF")
        assert not [each for each in gc.get_objects() if isinstance(each, Box)]


def test_no_part_of_a_pdf_to_keep_ends_ambiguously() -> None:
    """A compressed part that ends with a carriage return: its length would read one too short."""
    texts = (f"Vergunning {number}" for number in range(3000))
    unlucky = next(text for text in texts if zlib.compress(text.encode()).endswith(b"\r"))
    pdf = write_archief_pdf(
        "<html lang='nl'><title>Kopie</title><h1>Kopie</h1></html>",
        "",
        bijlagen=[Pdfbijlage("gegevens.txt", unlucky, "De gegevens")],
    )
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.attachments["gegevens.txt"].get_file().read_bytes().decode() == unlucky
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        assert not [each for each in streams if each.read_raw_bytes().endswith(b"\r")]
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.is_pdf_compliant_bytes(pdf, profile=profile)


def test_a_process_that_makes_many_does_not_grow() -> None:
    """It grew by 0.2 MB for each, outside Python, where no collector looks."""
    for _warm_up in range(5):
        write_pdf(KOPIE, "")
    before = resident_mb(os.getpid())
    for _each in range(40):
        write_pdf(KOPIE, "")
    assert resident_mb(os.getpid()) - before < 4
