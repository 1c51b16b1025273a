"""Where one can come in Rietwaard: the gemeentehuis, open late on Thursday, and the milieustraat."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from eloket.demo.bron import read
from eloket.website.models import Afwijking, Locatie, Openingstijd, Weekdag


@transaction.atomic
def load_locaties() -> None:
    """Both addresses; nothing when there is any address at all."""
    if Locatie.objects.exists():
        return
    for volgorde, data in enumerate(read("locaties")):
        _load_locatie(volgorde, data)


def _load_locatie(volgorde: int, data: Mapping[str, Any]) -> None:
    """`tijden`: weekday to spans; `afwijkingen`: the fields of each."""
    locatie = Locatie(volgorde=volgorde, **data["velden"])
    locatie.tijden = [
        Openingstijd(dag=Weekdag[dag.upper()], **dict(zip(("van", "tot"), tijd.split(" - "), strict=True)))
        for dag, tijden in data["tijden"].items()
        for tijd in tijden
    ]
    locatie.afwijkingen = [Afwijking(**each) for each in data["afwijkingen"]]
    locatie.full_clean()
    locatie.save()
