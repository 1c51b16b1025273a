"""A seal whose key and certificates are in a file (PKCS#12)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pyhanko.sign.signers import Signer, SimpleSigner

from eloket.uitgifte.backends.base import ZegelMisconfigured
from eloket.uitgifte.backends.pades.zegel import PadesZegel


class BestandZegel(PadesZegel):
    """Options: `BESTAND`, the path of a .p12 with the key and its certificates, and `WACHTWOORD`.

    Read anew for each seal, so that a new key needs no restart.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.path = Path(str(options.get("BESTAND") or ""))
        self.password = str(options.get("WACHTWOORD") or "")

    @contextmanager
    def _open(self) -> Iterator[Signer]:
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise ZegelMisconfigured(
                f"het bestand met het zegel is niet te lezen ({error.strerror})"
            ) from None
        try:
            yield SimpleSigner.load_pkcs12_data(content, [], self.password.encode() or None)
        except ValueError:
            raise ZegelMisconfigured(
                "het zegel gaat niet open: klopt het wachtwoord, en is het een .p12-bestand?"
            ) from None
