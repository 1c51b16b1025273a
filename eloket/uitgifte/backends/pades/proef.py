"""A seal for trying out: made here, trusted by nobody, and said so on every document."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

from eloket.uitgifte.backends.base import Gezegeld, Vernieuwbaar, ZegelMisconfigured
from eloket.uitgifte.backends.pades.bestand import BestandZegel

NAAM = "Proefzegel, geen zegel van een gemeente"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
JAREN = 30  # the clock of a demo may be moved


class ProefZegel(BestandZegel, Vernieuwbaar):
    """Makes its key at its first seal; `eloket manage maak_proefzegel` makes another."""

    proef = True

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__({**options, "WACHTWOORD": ""})

    def seal(self, pdf: bytes, *, naam: str, veld: str, now: datetime) -> Gezegeld:
        if not self.path.exists():
            write_proefzegel(self.path, replace=False)
        return super().seal(pdf, naam=naam, veld=veld, now=now)

    def renew(self) -> None:
        write_proefzegel(self.path, replace=True)

    def check(self, *, now: datetime) -> None:
        """There is always one to be made."""


def write_proefzegel(path: Path, *, replace: bool) -> None:
    """A key with a certificate that it signed itself. Of two workers at once the first one's stays.

    Errors: `ZegelMisconfigured` when the folder cannot be written.
    """
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(make_proefzegel())
        if replace:
            fresh.replace(path)
        else:
            with suppress(FileExistsError):
                path.hardlink_to(fresh)
    except OSError as error:
        raise ZegelMisconfigured(f"het proefzegel is niet te bewaren ({error.strerror})") from None
    finally:
        fresh.unlink(missing_ok=True)


def make_proefzegel(*, begin: datetime = BEGIN, jaren: int = JAREN, wachtwoord: str = "") -> bytes:
    """A PKCS#12 with a key and its certificate; `wachtwoord` for tests of one that is locked."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAAM)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=365 * jaren))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    lock = BestAvailableEncryption(wachtwoord.encode()) if wachtwoord else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"proefzegel", key, certificate, None, lock)
