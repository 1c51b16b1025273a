"""Telling the holder what happened to their product, in the transaction in which it happens.

A mail says that there is news, under the code of the product, and never what it is. The reasons of a besluit
stand in Mijn zaken, behind the login, and in the letter to who did not choose for digital.
"""

from datetime import date, datetime

import structlog
from django.urls import reverse
from django.utils.translation import override

from eloket.berichten.services import InvalidAdres, send_bericht
from eloket.lib.partij import Contact, Vereniging, identifies
from eloket.uitgifte.bezwaar import write_besluitbrief
from eloket.uitgifte.models import UitgegevenProduct, Wijziging
from eloket.uitgifte.regels.code import show_code
from eloket.uitgifte.regels.geldigheid import to_day
from eloket.uitgifte.regels.status import Productstatus
from eloket.uitgifte.tonen import show_last
from eloket.uitgifte.verloop import VAN_HOUDER, is_besluit
from eloket.zaken.services import last_day_for_bezwaar

log = structlog.get_logger()

INGETROKKEN, GESCHORST = "product_ingetrokken", "product_geschorst"


def tell_change(product: UitgegevenProduct, line: Wijziging, *, now: datetime) -> None:
    """Tell the holder of this change; nothing for one that tells itself, such as being replaced."""
    sjabloon = choose_sjabloon(product, line)
    if not sjabloon:
        return
    besluit = is_besluit(line)
    send_to_holder(
        product,
        sjabloon,
        key=str(line.pk),
        uiterlijk=last_day_for_bezwaar(to_day(now)) if besluit else None,
        brief=write_besluitbrief(product, line) if besluit else "",
        now=now,
    )


def choose_sjabloon(product: UitgegevenProduct, line: Wijziging) -> str:
    """The kind of message for this change, "" for none. `product` is as it was just before."""
    if line.naar == Productstatus.INGETROKKEN:
        return "product_beeindigd" if line.als in VAN_HOUDER else INGETROKKEN
    if line.naar == Productstatus.VERLOPEN:
        return "product_verlopen" if product.soort.verlengen_dagen else ""
    if line.naar == Productstatus.GESCHORST:
        return GESCHORST
    return _choose_of_issued(product, line) if line.naar == Productstatus.UITGEGEVEN else ""


def _choose_of_issued(product: UitgegevenProduct, line: Wijziging) -> str:
    if line.van == Productstatus.GESCHORST:
        return "product_hervat"
    if product.vervangt is None:
        return "product_uitgegeven"
    return "product_verlengd" if product.vervangt.claims == product.claims else "product_gewijzigd"


def send_to_holder(
    product: UitgegevenProduct,
    sjabloon: str,
    *,
    key: str,
    uiterlijk: date | None = None,
    brief: str = "",
    now: datetime,
) -> None:
    """One message, once for each `key`. A wrong address stops nothing."""
    houder, email = product.partij, product.email
    if isinstance(houder, Contact | Vereniging):
        email = email or houder.email
    if not (email or identifies(houder)):
        return
    with override(product.taal):
        link = reverse("mijnzaken:product", args=[product.code]) if identifies(houder) else ""
        last = show_last(product.geldig_tot) if product.geldig_tot else ""
    try:
        send_bericht(
            sjabloon=sjabloon,
            email=email,
            gegevens={"reference": show_code(product.code), "link": link, "date": last},
            taal=product.taal,
            key=f"{sjabloon}:{product.pk}:{key}",
            partij=houder,
            uiterlijk=uiterlijk,
            aan=_address(product) if brief else "",
            brief=brief,
            now=now,
        )
    except InvalidAdres:
        log.warning("houder_niet_gemaild", product=str(product.pk), sjabloon=sjabloon)


def _address(product: UitgegevenProduct) -> str:
    """The lines of an envelope, when the product says them; else an employee looks them up."""
    naam, adres = product.claims.get("naam", ""), product.claims.get("adres", "")
    return "\n".join([naam, *adres.split(", ")]) if naam and adres else ""
