"""A seal whose key never leaves a device (HSM or token), over PKCS#11."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pyhanko.sign.signers import Signer

from eloket.uitgifte.backends.base import ZegelError, ZegelMisconfigured, ZegelUnavailable
from eloket.uitgifte.backends.pades.zegel import PadesZegel

# Of python-pkcs11, by name: it is there only where such a device is used.
FOUT = {"PinIncorrect", "PinLocked", "PinExpired", "PinInvalid", "NoSuchKey", "NoSuchToken", "PinLenRange"}


class Pkcs11Zegel(PadesZegel):
    """Options: `MODULE`, path of the maker's library; `TOKEN`, `SLEUTEL`, labels of both; `PIN`.

    The certificate has the label of the key.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.module = str(options.get("MODULE") or "")
        self.token = str(options.get("TOKEN") or "")
        self.key = str(options.get("SLEUTEL") or "")
        self.pin = str(options.get("PIN") or "")

    @contextmanager
    def _open(self) -> Iterator[Signer]:
        try:
            from pkcs11 import PKCS11Error
            from pyhanko.config.pkcs11 import TokenCriteria
            from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
        except ImportError:
            raise ZegelMisconfigured(
                'een zegel op een apparaat vraagt `pip install "pyHanko[pkcs11]"`'
            ) from None
        try:
            with open_pkcs11_session(
                self.module, token_criteria=TokenCriteria(label=self.token), user_pin=self.pin
            ) as session:
                signer = PKCS11Signer(session, key_label=self.key, cert_label=self.key)
                if is_elliptic(signer):  # not every device takes a fingerprint by itself for such a key
                    signer = PKCS11Signer(
                        session, key_label=self.key, cert_label=self.key, use_raw_mechanism=True
                    )
                yield signer
        except PKCS11Error as error:
            raise tell_fault(type(error).__name__) from None


def tell_fault(name: str) -> ZegelError:
    """What is wrong, by the name of the device's error; of what is not there it has no name of its own."""
    if name in FOUT:
        return ZegelMisconfigured(f"het apparaat met het zegel weigert ({name})")
    if name == "PKCS11Error":
        return ZegelUnavailable(
            "het apparaat met het zegel is niet te vinden: zit het erin, en kloppen de namen van de"
            " bibliotheek, het token en de sleutel?"
        )
    return ZegelUnavailable(f"het apparaat met het zegel antwoordt niet ({name})")


def is_elliptic(signer: Signer) -> bool:
    """Is the key on an elliptic curve (ECDSA)?"""
    cert = signer.signing_cert
    return cert is not None and cert.public_key.algorithm == "ec"
