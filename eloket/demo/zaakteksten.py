"""Texts that a behandelaar of Rietwaard begins with."""

from django.apps import apps
from django.db import transaction

#: naam, soort, zaaktype, Dutch, English.
TEKSTEN = (
    (
        "Tekening met nooduitgangen",
        "aanvulling",
        "evenementenvergunning",
        "Op uw plattegrond staan de nooduitgangen niet. Wij moeten weten of iedereen veilig weg kan."
        " Stuur ons uiterlijk op {hersteltermijn} een plattegrond met alle nooduitgangen.",
        "The emergency exits are not on your floor plan. We need to know whether everybody can leave safely."
        " Send us a floor plan with all emergency exits by {hersteltermijn}.",
    ),
    (
        "Vergunning verleend",
        "besluit",
        "evenementenvergunning",
        "U krijgt de vergunning voor {omschrijving}. Hij geldt vanaf {geldt vanaf}."
        "\n\nWij keken of het veilig is en of de buurt er niet te veel last van heeft. Dat is in orde.",
        "You get the permit for {omschrijving}. It applies from {geldt vanaf}."
        "\n\nWe looked at whether it is safe and whether it bothers the neighbourhood. That is in order.",
    ),
    (
        "Advies duurt langer",
        "verlenging",
        "",
        "Wij wachten op advies van een andere dienst. Daarom hebben wij {hoeveel langer} meer tijd nodig.",
        "",
    ),
    (
        "In behandeling",
        "status",
        "",
        "Wij zijn bezig met {product}, nummer {zaaknummer}. Wij laten het weten als wij iets missen.",
        "We are working on {product}, number {zaaknummer}. We will let you know if anything is missing.",
    ),
)


def load_zaakteksten() -> None:
    """Once; what a redacteur changed or removed stays so. A variable that is not there stops the demo."""
    model = apps.get_model("zaken", "Tekstsjabloon")
    if model.objects.exists():
        return
    with transaction.atomic():
        for naam, soort, zaaktype, tekst, tekst_en in TEKSTEN:
            row = model(naam=naam, soort=soort, zaaktype=zaaktype, tekst=tekst, tekst_en=tekst_en)
            row.full_clean()
            row.save()
