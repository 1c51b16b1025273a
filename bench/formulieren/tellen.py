"""What became of the aanvragen of a form: how many there are, without a zaak, and with more than one.

Usage: python -m bench.formulieren.tellen [slug of the form]
"""

import json
import sys

import django

from bench.formulieren.maken import DRIE


def main() -> None:
    django.setup()
    from django.db.models import Count

    from eloket.formulieren.models import Aanvraag
    from eloket.outbox.models import Opdracht, Status
    from eloket.zaken.models import Zaak

    slug = (sys.argv[1:] or [DRIE])[0]
    sent = Aanvraag.objects.filter(versie__formulier__slug=slug)
    numbers = list(sent.values_list("identificatie", flat=True))
    zaken = Zaak.objects.filter(identificatie__in=numbers)
    double = zaken.values("identificatie").annotate(number=Count("pk")).filter(number__gt=1)
    waiting = Opdracht.objects.exclude(status=Status.KLAAR)
    print(
        json.dumps(
            {
                "aanvragen": len(numbers),
                "zaken": zaken.count(),
                "lost": len(set(numbers)) - zaken.count(),
                "double": double.count() + len(numbers) - len(set(numbers)),
                "waiting": waiting.count(),
                "registering": waiting.filter(handler="formulieren.register").count(),
            }
        )
    )


if __name__ == "__main__":
    main()
