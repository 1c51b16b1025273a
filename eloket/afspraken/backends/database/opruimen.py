"""What the guard held of time that is past, and nobody can ask for any more."""

from datetime import datetime

from eloket.afspraken.backends.database.eenheden import to_unit
from eloket.afspraken.models import Claim, Reservering, ReserveringStatus

GEWEEST = (ReserveringStatus.VERLOPEN, ReserveringStatus.VRIJ)
OPEN = (ReserveringStatus.VASTGEHOUDEN, ReserveringStatus.AFKOELEN)


def purge(*, before: datetime) -> None:
    """First say that a hold is over, and only then remove it: one that is confirmed in between stays."""
    Claim.objects.filter(eenheid__lt=to_unit(before)).delete()
    past = Reservering.objects.filter(begin__lt=before)
    past.filter(status__in=OPEN).update(status=ReserveringStatus.VERLOPEN, tot=None)
    past.filter(status__in=GEWEEST).delete()
