"""Looking up what the rules need: in our own tables, and in registers of others."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog

from eloket.lib.partij import Bsn, Kvk, Partij
from eloket.lib.versleuteling import keyed_hash, keyed_hashes
from eloket.lib.zekering import Zekering
from eloket.personen.services import (
    Aanleiding,
    Gegeven,
    PersonenbronError,
    Registeradres,
    find_bedrijf,
    find_persoon,
)
from eloket.uitgifte.backends import get_kentekens
from eloket.uitgifte.backends.base import KentekensUnavailable
from eloket.uitgifte.beslisregels import Feit, Feiten
from eloket.uitgifte.claims import Vorm, clean_kenteken, clean_zone
from eloket.uitgifte.models import Beslissing, Productsoort, UitgegevenProduct
from eloket.uitgifte.regels.tenaamstelling import Tenaamstelling
from eloket.uitgifte.services.verzoeken import read_antwoorden
from eloket.uitgifte.services.zones import find_zone

log = structlog.get_logger()
zekering = Zekering("kentekens")


def gather_feiten(beslissing: Beslissing, *, now: datetime) -> Feiten:
    """What the rules of its soort ask for, and nothing else. Asks other systems: hold no transaction.

    A source that is down, absent or in doubt makes its fact unknown. How many there are at the address is
    counted by whoever decides, under a lock.
    """
    soort, wie = beslissing.soort, beslissing.partij
    nodig = frozenset().union(*(each.regel.nodig for each in soort.regels))
    antwoorden = read_antwoorden(beslissing.gegevens)
    adres = read_adres(soort, beslissing.gegevens)
    return Feiten(
        antwoorden=antwoorden,
        zone=find_zone(adres["postcode"], int(adres["huisnummer"])) if adres else None,
        gevraagde_zone=_find_gevraagde_zone(soort, beslissing.gegevens),
        woont_er=_lives_there(wie, adres, beslissing.zaak, now) if Feit.WOONADRES in nodig else None,
        tenaamstelling=(
            _ask_kenteken(soort, beslissing.gegevens, wie)
            if Feit.KENTEKEN in nodig
            else Tenaamstelling.ONBEKEND
        ),
    )


def read_adres(soort: Productsoort, gegevens: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The answer to the question for the address, in the words of the BAG; None when that has no number."""
    given = read_antwoorden(gegevens).get(soort.adresvraag)
    value = given.waarde if given else None
    if not isinstance(value, Mapping) or not str(value.get("huisnummer", "")).isdigit():
        return None
    return value if value.get("postcode") else None


def write_adres(adres: Mapping[str, Any] | None) -> str:
    """One text for one door: "1234AB:12:a"; "" for no address."""
    if adres is None:
        return ""
    postcode = re.sub(r"\s", "", str(adres["postcode"])).upper()
    return f"{postcode}:{int(adres['huisnummer'])}:{_plain(str(adres.get('toevoeging') or ''))}"


def hash_adres(adres: str) -> str:
    """What a product is found by at this door; "" for none."""
    return keyed_hash(f"adres:{adres}") if adres else ""


def count_at_adres(soort: Productsoort, adres: str, *, zonder: str, now: datetime) -> int | None:
    """How many of this soort hold at this door, besides that of the verzoek `zonder`; None for no address."""
    if not adres:
        return None
    keys = keyed_hashes(f"adres:{adres}")
    there = UitgegevenProduct.objects.alive(now).filter(soort=soort, adres_sleutel__in=keys)
    return there.exclude(verzoek=zonder).count()


def _plain(toevoeging: str) -> str:
    return re.sub(r"[\W_]", "", toevoeging).casefold()


def _find_gevraagde_zone(soort: Productsoort, gegevens: Mapping[str, Any]) -> str:
    """What was answered to the question that fills the zone; "" when no question does."""
    veld = soort.type.veld(Vorm.ZONE)
    vragen = [vraag for each in soort.bronnen if veld and each.claim == veld.naam for vraag in each.vragen]
    given = read_antwoorden(gegevens).get(vragen[0]) if vragen else None
    try:
        return clean_zone(str(given.waarde)) if given and given.waarde else ""
    except ValueError:
        return ""


def _lives_there(
    wie: Partij | None, adres: Mapping[str, Any] | None, zaak: str, now: datetime
) -> bool | None:
    if adres is None:
        return None
    aanleiding = Aanleiding(f"Beslissen op uw aanvraag {zaak}")
    try:
        known = ask_adres(wie, aanleiding, now)
    except PersonenbronError:
        return None
    if known is None or known.briefadres or not known.huisnummer:
        return None
    found = {
        "postcode": known.postcode,
        "huisnummer": known.huisnummer,
        "toevoeging": known.toevoeging,
    }
    return write_adres(found) == write_adres(adres)


def ask_adres(wie: Partij | None, aanleiding: Aanleiding, now: datetime) -> Registeradres | None:
    """Where they are registered; None when that is nobody's to know. Errors: `PersonenbronError`."""
    if isinstance(wie, Bsn):
        return find_persoon(wie, gegevens=[Gegeven.ADRES], aanleiding=aanleiding, now=now).adres
    if isinstance(wie, Kvk):
        return find_bedrijf(wie, aanleiding=aanleiding, now=now).adres
    return None


def _ask_kenteken(soort: Productsoort, gegevens: Mapping[str, Any], wie: Partij | None) -> Tenaamstelling:
    veld = soort.type.veld(Vorm.KENTEKEN)
    vragen = [vraag for each in soort.bronnen if veld and each.claim == veld.naam for vraag in each.vragen]
    given = read_antwoorden(gegevens).get(vragen[0]) if vragen else None
    return ask_tenaamstelling(str(given.waarde), wie) if given else Tenaamstelling.ONBEKEND


def ask_tenaamstelling(kenteken: str, wie: Partij | None) -> Tenaamstelling:
    """Whose it is; unknown for what is no kenteken and when the register is silent."""
    if wie is None or not zekering.allows():
        return Tenaamstelling.ONBEKEND
    try:
        found = get_kentekens().get_tenaamstelling(clean_kenteken(kenteken), van=wie)
    except KentekensUnavailable as error:
        zekering.trip()
        log.warning("kentekenregister_onbereikbaar", reden=str(error))
        return Tenaamstelling.ONBEKEND
    except ValueError:
        return Tenaamstelling.ONBEKEND
    zekering.reset()
    return found
