"""What every seal does, wherever its key is."""

import io
from datetime import timedelta

import pikepdf
import pytest

from eloket.uitgifte.backends.base import Zegel, ZegelMisconfigured
from tests.uitgifte.controleurs import is_sealed_whole
from tests.uitgifte.factories import NOW


def blank_pdf() -> bytes:
    """A page with nothing on it, and metadata that a seal has to leave alone."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        with made.open_metadata() as told:
            told["dc:title"] = "Parkeervergunning"
        made.save(out)
    return out.getvalue()


def metadata(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return bytes(opened.Root.Metadata.read_bytes())


class ZegelContract:
    @pytest.fixture
    def zegel(self) -> Zegel:
        raise AssertionError("each backend brings its own")

    def seal(self, zegel: Zegel, pdf: bytes) -> bytes:
        return zegel.seal(pdf, naam="Rietwaard", veld="Zegel van de gemeente", now=NOW).pdf

    def test_the_seal_is_whole_and_changes_nothing_else(self, zegel: Zegel) -> None:
        pdf = blank_pdf()
        sealed = self.seal(zegel, pdf)
        assert sealed.startswith(pdf)
        assert is_sealed_whole(sealed)
        assert metadata(sealed) == metadata(pdf)

    def test_after_it_nothing_may_be_added(self, zegel: Zegel) -> None:
        sealed = self.seal(zegel, blank_pdf())
        assert not is_sealed_whole(sealed + b"\n")
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(sealed)) as opened:
            opened.add_blank_page()
            opened.save(out)
        assert not is_sealed_whole(out.getvalue())

    def test_the_field_has_a_name_that_can_be_read_aloud(self, zegel: Zegel) -> None:
        with pikepdf.open(io.BytesIO(self.seal(zegel, blank_pdf()))) as opened:
            (field,) = opened.Root.AcroForm.Fields
            assert str(field.TU) == "Zegel van de gemeente"
            assert opened.Root.Perms.DocMDP.SubFilter == "/ETSI.CAdES.detached"

    def test_it_says_beforehand_whether_it_could(self, zegel: Zegel) -> None:
        zegel.check(now=NOW)

    def test_it_does_not_outlive_its_certificate(self, zegel: Zegel) -> None:
        with pytest.raises(ZegelMisconfigured, match="verlopen op"):
            zegel.seal(blank_pdf(), naam="x", veld="x", now=NOW + timedelta(days=40 * 365))
