"""In which zone an address lies."""

import re

from eloket.uitgifte.models import Zone, Zonegebied


def find_zone(postcode: str, huisnummer: int) -> str | None:
    """The code of the zone; "" for an address in none, None where no zones were set at all. At most two
    queries.
    """
    plain = re.sub(r"\s", "", postcode).upper()
    row = (
        Zonegebied.objects.filter(postcode=plain, van__lte=huisnummer, tot__gte=huisnummer)
        .order_by("zone__code")
        .values_list("zone__code", flat=True)
        .first()
    )
    if row is not None:
        return str(row)
    return "" if Zone.objects.exists() else None
