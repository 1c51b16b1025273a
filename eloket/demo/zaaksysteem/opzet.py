"""The register of this demo, as it was left, or as on its first day."""

from datetime import datetime

from django.conf import settings

from eloket.demo.stand import get_shift, slow_switch
from eloket.demo.zaaksysteem.adres import CLIENT_ID, GEHEIM, RECHTEN
from eloket.demo.zaaksysteem.bewaren import Bewaring
from eloket.demo.zaaksysteem.schakelaars import Schakelaars
from eloket.demo.zaaksysteem.vulling import fill
from eloket.demo.zgwregister.register import Applicatie, Register
from eloket.lib import klok


def make_register() -> tuple[Register, Bewaring]:
    """Its days go along with those of the demo; its clock, by which tokens are measured, does not."""
    klok.add_shift(get_shift)
    register = Register(klok=_real_time, base=settings.ELOKET_DEMO_ZAAKSYSTEEM, verschuiving=klok.shift)
    register.storingen = Schakelaars(uit=settings.ELOKET_DEMO_REGISTER_UIT, langzaam=slow_switch())
    register.applicaties[CLIENT_ID] = Applicatie(GEHEIM, scopes=RECHTEN, maximum="zaakvertrouwelijk")
    bewaring = Bewaring(settings.ELOKET_DATA / "zaaksysteem", register)
    if not bewaring.load():
        alone = all("APIS" in each["OPTIONS"] for each in settings.ELOKET_ZAKEN.values())
        fill(register, met_zaken=alone, now=klok.now())
        bewaring.save()
    return register, bewaring


def _real_time() -> datetime:
    return klok.now() - klok.shift()
