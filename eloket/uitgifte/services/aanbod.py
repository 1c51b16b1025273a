"""Which forms lead to a product that the counter hands over itself."""

from eloket.uitgifte.models import Productsoort
from eloket.website.services import per_versie


@per_versie
def list_uitgifteformulieren() -> frozenset[str]:
    """The slugs of those forms. Kept until the site changes: one query per version."""
    rows = Productsoort.objects.filter(actief=True).exclude(formulier="")
    return frozenset(rows.values_list("formulier", flat=True))
