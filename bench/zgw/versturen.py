"""Hand aanvragen of one person to the outbox; nobody works on them yet.

Usage: python -m bench.zgw.versturen <number>
"""

import json
import sys
from datetime import datetime
from typing import Any

import django

SLUG = "meting-zgw"
NOOR = "999990019"
#: What one aanvraag becomes in the register, in order; its one document is the copy.
NUMBER_OF = {
    "zaken": 1,
    "rollen": 1,
    "zaakeigenschappen": 1,
    "zaakobjecten": 1,
    "enkelvoudiginformatieobjecten": 1,
    "zaakinformatieobjecten": 1,
    "statussen": 1,
}


def main() -> None:
    django.setup()
    from eloket.lib import klok

    versie = publish_form(now=klok.now())
    sent = [send(versie, now=klok.now()) for _ in range(int(sys.argv[1]))]
    print(json.dumps({"sent": len(sent)}))


def publish_form(*, now: datetime) -> Any:
    """Two answers that go to the zaak: one that its zaaktype knows, and one that it does not."""
    from eloket.formulieren.models import FormulierVersie
    from eloket.formulieren.services import import_formulier

    velden = [
        {"soort": "tekst", "sleutel": naam, "label": {"nl": naam.capitalize()}, "eigenschap": naam}
        for naam in ("kenteken", "kleur")
    ]
    stap = {"sleutel": "wat", "titel": {"nl": "Wat?"}, "velden": velden}
    definitie = {"schema": 1, "slug": SLUG, "titel": {"nl": "Meting ZGW"}, "niveau": 20, "stappen": [stap]}
    import_formulier(definitie, now=now)
    return FormulierVersie.objects.current(SLUG)


def send(versie: Any, *, now: datetime) -> str:
    """The number of the aanvraag."""
    from eloket.formulieren.models import Aanvraag
    from eloket.formulieren.services.registreren import deliver_aanvraag
    from eloket.lib import partij
    from eloket.zaken.services import mint_identificatie

    noor = partij.Bsn(NOOR)
    aanvraag = Aanvraag.objects.create(
        identificatie=mint_identificatie(now=now),
        versie=versie,
        antwoorden={"kenteken": "AB-123-C", "kleur": "rood"},
        eigenaar="noor",
        belanghebbende=partij.to_dict(noor),
        belanghebbende_sleutel=partij.zoeksleutel(noor),
        niveau=20,
        ingediend_at=now,
    )
    deliver_aanvraag(aanvraag, now=now)
    return aanvraag.identificatie


if __name__ == "__main__":
    main()
