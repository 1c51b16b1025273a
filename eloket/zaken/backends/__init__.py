"""Which registers stand behind the port: `ELOKET_ZAKEN`, built once per process.

`default` takes what is new. `oud`, when it is there, holds the zaken from before the gemeente moved; then one
of the two is the built-in register, which knows without asking anybody whether it has a zaak.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from eloket.zaken.backends.base import Herkennend, RegisterMisconfigured, ZaakBackend

NIEUW, OUD = "default", "oud"


@dataclass(frozen=True, slots=True)
class Bron:
    """A register by its name in `ELOKET_ZAKEN`: where a zaak stands."""

    naam: str
    register: ZaakBackend

    def knows(self, identificatie: str) -> bool:
        """Whether this register has the zaak, as far as it can tell without asking another system."""
        found = self.register
        return isinstance(found, Herkennend) and bool(found.list_known([identificatie]))


@lru_cache(maxsize=1)
def list_bronnen() -> tuple[Bron, ...]:
    """The registers of this installation, that of what is new first. Errors: `RegisterMisconfigured`."""
    configured: Mapping[str, Any] = getattr(settings, "ELOKET_ZAKEN", {})
    found = [Bron(NIEUW, _build(NIEUW, configured))]
    if OUD in configured:
        found.append(Bron(OUD, _build(OUD, configured)))
        if sum(isinstance(bron.register, Herkennend) for bron in found) != 1:
            raise RegisterMisconfigured("ELOKET_ZAKEN: van twee registers is er één het ingebouwde.")
    return tuple(found)


def get_backend() -> ZaakBackend:
    """The register for what is new. Errors: `RegisterMisconfigured`."""
    return list_bronnen()[0].register


def find_bron(identificatie: str) -> Bron:
    """The register that has this zaak; the other one when the built-in one does not know it."""
    bronnen = list_bronnen()
    if len(bronnen) == 1:
        return bronnen[0]
    near, far = sorted(bronnen, key=lambda bron: not isinstance(bron.register, Herkennend))
    return near if near.knows(identificatie) else far


def get_backend_of(identificatie: str) -> ZaakBackend:
    """The register that has this zaak. Asks no other system."""
    return find_bron(identificatie).register


def _build(naam: str, configured: Mapping[str, Any]) -> ZaakBackend:
    try:
        config: dict[str, Any] = dict(configured[naam])
        backend = import_string(config["BACKEND"])(config.get("OPTIONS", {}))
    except (AttributeError, KeyError, ImportError, TypeError) as error:
        raise RegisterMisconfigured(f"ELOKET_ZAKEN[{naam!r}] is niet te gebruiken: {error}") from error
    if not isinstance(backend, ZaakBackend):
        raise RegisterMisconfigured(f"{config['BACKEND']} is geen ZaakBackend.")
    return backend


def _forget(*, setting: str, **kwargs: Any) -> None:
    if setting == "ELOKET_ZAKEN":
        list_bronnen.cache_clear()


setting_changed.connect(_forget, dispatch_uid="eloket.zaken.backends")
