"""Offer what waits for its next attempt at once, as if the hours until then had passed.

Usage: python -m bench.formulieren.opnieuw
"""

import json

import django


def main() -> None:
    django.setup()
    from eloket.lib import klok
    from eloket.outbox.models import Opdracht, Status

    waiting = Opdracht.objects.filter(status__in=[Status.WACHT, Status.MENS_NODIG])
    offered = waiting.update(
        status=Status.WACHT, attempts=0, not_before=klok.now(), offered_at=None, reason=""
    )
    print(json.dumps({"offered": offered}))


if __name__ == "__main__":
    main()
