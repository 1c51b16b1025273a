"""A small ZGW register in this process, for other processes that meet it over the network."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from eloket.demo.zgwregister import server
from eloket.demo.zgwregister.catalogus import RSIN, Inrichting, add_catalogus, add_zaaktype
from eloket.demo.zgwregister.register import Applicatie, Register
from tooling.postgres import free_port

CLIENT, GEHEIM = "eloket", "geheim-van-de-meting"
APIS = ("zaken", "catalogi", "documenten", "besluiten")
AANVRAAG = Inrichting("aanvraag", "Aanvraag", documenten={"Bijlage": "inkomend"}, eigenschappen=["kenteken"])


def wall_clock() -> datetime:
    return datetime.now(UTC)


@contextmanager
def running(klok: Callable[[], datetime] = wall_clock) -> Iterator[tuple[Register, list[server.Getuige]]]:
    """It answers as long as the block runs, and tells its witnesses; `open_at` lets it answer again."""
    register = Register(klok=klok)
    register.applicaties[CLIENT] = Applicatie(GEHEIM)
    with server.run(register, port=free_port()) as getuigen:
        add_zaaktype(register, add_catalogus(register), AANVRAAG)
        yield register, getuigen


@contextmanager
def open_at(register: Register) -> Iterator[None]:
    """The same register, at the address that it had."""
    with server.run(register, port=int(register.base.rpartition(":")[2])):
        yield


def make_settings(register: Register) -> dict[str, str]:
    """For a process that uses it."""
    return {
        "ELOKET_ZAKEN": "zgw",
        **{f"ELOKET_ZGW_{name.upper()}": register.root(name) for name in APIS},
        "ELOKET_ZGW_CLIENT_ID": CLIENT,
        "ELOKET_ZGW_SECRET": GEHEIM,
        "ELOKET_ZGW_BRONORGANISATIE": RSIN,
        "ELOKET_ZGW_CATALOGUS": "ELOKT",
        "ELOKET_ZGW_SECONDEN": "30",
    }


def make_options(register: Register) -> dict[str, object]:
    """OPTIONS of the backend in this process."""
    return {
        "APIS": {name: register.root(name) for name in APIS},
        "CLIENT_ID": CLIENT,
        "SECRET": GEHEIM,
        "BRONORGANISATIE": RSIN,
        "CATALOGUS": "ELOKT",
        "SECONDS": 30,
    }
