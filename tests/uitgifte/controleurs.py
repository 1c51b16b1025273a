"""Checkers of sealed PDFs that are not ours: pyHanko's validator, by the certificate that a file names."""

import io

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def read_status(pdf: bytes) -> PdfSignatureStatus | None:
    """What the validator says of the first seal; None when there is nothing to be read."""
    try:
        signature = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0]
        signer = x509.Certificate.load(signature.signer_cert.dump())
        trust = ValidationContext(trust_roots=[signer])
        return validate_pdf_signature(signature, trust, ts_validation_context=trust)
    except (PdfError, SigningError, ValueError, IndexError):
        return None


def is_sealed_whole(pdf: bytes) -> bool:
    """Unbroken, and over the entire file?"""
    status = read_status(pdf)
    if status is None:
        return False
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return bool(status.intact and status.valid and status.trusted and whole)
