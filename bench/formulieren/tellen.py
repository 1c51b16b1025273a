"""What became of the aanvragen of a form: how many there are, without a zaak, and with more than one.

Usage: python -m bench.formulieren.tellen
"""

import json

import django

from bench.formulieren.maken import DRIE


def main() -> None:
    django.setup()
    from django.db.models import Count

    from eloket.formulieren.models import Aanvraag
    from eloket.outbox.models import Opdracht, Status
    from eloket.zaken.models import Zaak

    numbers = list(
        Aanvraag.objects.filter(versie__formulier__slug=DRIE).values_list("identificatie", flat=True)
    )
    zaken = Zaak.objects.filter(identificatie__in=numbers)
    double = zaken.values("identificatie").annotate(number=Count("pk")).filter(number__gt=1)
    print(
        json.dumps(
            {
                "aanvragen": len(numbers),
                "lost": len(set(numbers)) - zaken.count(),
                "double": double.count() + len(numbers) - len(set(numbers)),
                "waiting": Opdracht.objects.exclude(status=Status.KLAAR).count(),
            }
        )
    )


if __name__ == "__main__":
    main()
