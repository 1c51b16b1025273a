"""A process that writes many PDFs does not grow."""

import gc
from collections.abc import Iterator

import pytest
from weasyprint.formatting_structure.boxes import Box

from eloket.lib.pdf import write_pdf


@pytest.fixture
def _no_collecting_by_itself() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collecting_by_itself")
def test_what_a_pdf_was_made_of_is_gone_when_it_is_there() -> None:
    for _ in range(2):
        pdf = write_pdf("<html lang='nl'><title>Kopie</title><h1>Kopie</h1><p>Tekst</p></html>", "")
        assert pdf.startswith(b"%PDF")
        assert not [each for each in gc.get_objects() if isinstance(each, Box)]
