"""Was it made already? For a browser that asks twice, or that never heard our answer."""

from uuid import UUID

from eloket.afspraken.models import Afspraak


def find_gemaakt(verzoek: str) -> UUID | None:
    """The afspraak that was made for this request; None when there is none. One query."""
    return Afspraak.objects.filter(verzoek=verzoek).values_list("pk", flat=True).first()
