"""A PAdES seal with pyHanko, wherever the key is."""

import io
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from eloket.uitgifte.backends.base import Gezegeld, Zegel, ZegelMisconfigured, ZegelUnavailable
from eloket.uitgifte.backends.pades.tijdstempel import Tijdstempeldienst

VELD = "Zegel"


class ZegelWriter(IncrementalPdfFileWriter):
    """Adds to a PDF and leaves its metadata alone: pyHanko would write it anew and break what PDF/A asks."""

    def _update_meta(self) -> None:
        pass


class PadesZegel(Zegel):
    """Option `TIJDSTEMPEL`: the address of a time-stamp service (RFC 3161), "" for none."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        url = str(options.get("TIJDSTEMPEL") or "")
        self.dienst = Tijdstempeldienst(url) if url else None

    @abstractmethod
    def _open(self) -> Any:
        """A context in which there is a `Signer`. Errors: as `seal`."""

    def seal(self, pdf: bytes, *, naam: str, veld: str, now: datetime) -> Gezegeld:
        with self._open() as signer:
            refuse_expired(signer, now=now)
            signed = self._sign(pdf, signer, naam=naam, veld=veld)
        return Gezegeld(signed, tijdstempel=self.dienst is not None)

    def check(self, *, now: datetime) -> None:
        with self._open() as signer:
            refuse_expired(signer, now=now)

    def _sign(self, pdf: bytes, signer: Signer, *, naam: str, veld: str) -> bytes:
        what = PdfSignatureMetadata(
            field_name=VELD,
            name=naam,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        # Outside of the page: a hidden field is against PDF/A, and one without a box against PDF/UA.
        where = SigFieldSpec(
            VELD,
            on_page=0,
            readable_field_name=veld,
            invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
        )
        sealing = PdfSigner(what, signer, timestamper=self.dienst, new_field_spec=where)
        with _told():
            out = sealing.sign_pdf(ZegelWriter(io.BytesIO(pdf)))
        return bytes(out.getvalue())


def refuse_expired(signer: Signer, *, now: datetime) -> None:
    """Errors: `ZegelMisconfigured` outside of the days of the certificate."""
    cert = signer.signing_cert
    if cert is None:
        raise ZegelMisconfigured("het zegelcertificaat ontbreekt")
    if now >= cert.not_valid_after:
        raise ZegelMisconfigured(f"het zegelcertificaat is verlopen op {cert.not_valid_after:%d-%m-%Y}")
    if now < cert.not_valid_before:
        raise ZegelMisconfigured(f"het zegelcertificaat geldt pas vanaf {cert.not_valid_before:%d-%m-%Y}")


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong while sealing, in our words."""
    try:
        yield
    except TimestampRequestError:
        raise ZegelUnavailable("de tijdstempeldienst antwoordt niet, of niet goed") from None
    except (SigningError, PdfError) as error:
        raise ZegelUnavailable(f"zegelen lukt niet ({type(error).__name__})") from error
