"""Two hundred citizens at once, in four ways. Prints JSON.

Usage: python -m bench.afspraken.dringen
"""

import json
from datetime import date, timedelta
from typing import Any

import django

CITIZENS = 200


def main() -> None:
    django.setup()
    from bench.afspraken.drukte import naive

    figures = {
        **_play("plekken", desks=5, times=10),
        **_play("tijd", desks=5, times=1),
        **_play("gemengd", desks=5, times=10, lengths=(15, 30, 45, 60)),
        **_play("zonder", desks=5, times=1, book=naive),
    }
    print(json.dumps(figures))


def _play(
    name: str, *, desks: int, times: int, lengths: tuple[int, ...] = (15,), **how: Any
) -> dict[str, float]:
    """A new counter, and what came of the crowd there."""
    from bench.afspraken.drukte import Drukte, come_together
    from eloket.afspraken.models import Claim, Deel, Reservering
    from tests.afspraken.factories import make_plek, make_soort, visit, wall

    for model in (Claim, Deel, Reservering):
        model.objects.all().delete()
    monday = date(2027, 1, 4)
    make_plek(f"bench-{name}", desks=desks)
    kinds = [make_soort(f"bench-{name}-{minutes}", minuten=minutes).code for minutes in lengths]
    moments = [wall(monday, 9) + number * timedelta(minutes=15) for number in range(times)]
    crowd = Drukte([visit(kind) for kind in kinds], f"bench-{name}", moments, wall(monday, 8))
    found = come_together(CITIZENS, crowd, **how)
    return {
        f"{name}_verteld": found.verteld,
        f"{name}_geboekt": found.geboekt,
        f"{name}_overlappingen": found.overlappingen,
        f"{name}_spoken": found.zonder_bewaking,
        f"{name}_deadlocks": found.deadlocks,
        f"{name}_seconden": found.seconden,
    }


if __name__ == "__main__":
    main()
