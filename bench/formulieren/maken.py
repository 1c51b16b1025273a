"""Put a form of so many steps and fields on the site: short texts, as every form of a measurement.

Usage: python -m bench.formulieren.maken
"""

import json
from typing import Any

import django

Json = dict[str, Any]

DRIE, KLEIN, GROOT = "meting-drie-stappen", "meting-klein", "meting-groot"


def main() -> None:
    django.setup()
    from eloket.formulieren.services import import_formulier
    from eloket.lib import klok

    for definitie in (drie_stappen(), make_form(KLEIN, 3, 5), make_form(GROOT, 20, 20)):
        import_formulier(definitie, now=klok.now())
    print(json.dumps({"forms": 3}))


def drie_stappen() -> Json:
    """Twelve questions in three steps, of the kinds that most forms ask."""
    contact = [veld("tekst", "naam"), veld("email", "email"), veld("telefoon", "telefoon", verplicht=False)]
    waar = [veld("tekst", "straat"), veld("getal", "huisnummer"), veld("postcode", "postcode")]
    wat = [
        veld("tekst", "onderwerp"),
        veld("lange_tekst", "verhaal"),
        veld("datum", "dag", verplicht=False),
        veld("ja_nee", "eerder-gemeld"),
    ]
    extra = [veld("tekst", "plaats"), veld("lange_tekst", "plek", verplicht=False)]
    return form(DRIE, [("wat", wat), ("waar", [*waar, *extra]), ("contact", contact)])


def make_form(slug: str, steps: int, fields: int) -> Json:
    """So many steps of so many short texts."""
    return form(
        slug,
        [
            (f"stap-{step}", [veld("tekst", f"vraag-{step}-{number}") for number in range(1, fields + 1)])
            for step in range(1, steps + 1)
        ],
    )


def form(slug: str, stappen: list[tuple[str, list[Json]]]) -> Json:
    return {
        "schema": 1,
        "slug": slug,
        "titel": {"nl": slug.replace("-", " ").capitalize(), "en": ""},
        "niveau": 0,
        "stappen": [
            {"sleutel": sleutel, "titel": {"nl": sleutel.capitalize(), "en": ""}, "velden": velden}
            for sleutel, velden in stappen
        ],
    }


def veld(soort: str, sleutel: str, *, verplicht: bool = True) -> Json:
    label = sleutel.replace("-", " ").capitalize()
    return {"soort": soort, "sleutel": sleutel, "label": {"nl": label, "en": ""}, "verplicht": verplicht}


if __name__ == "__main__":
    main()
