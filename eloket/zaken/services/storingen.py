"""An outage that a person confirmed gives more time to whoever could not send something."""

from datetime import date

import structlog

from eloket.website.services import get_storing
from eloket.zaken.backends import list_bronnen
from eloket.zaken.backends.base import Uitstellend
from eloket.zaken.termijnen import Termijn, extend_for_storing

logger = structlog.get_logger(__name__)


def extend_terms(storing_id: int) -> int:
    """Move the last days that fell in this outage; how many. Twice moves nothing twice.

    A register of another system keeps its own dates: the beheerder of that system is told by the page.
    """
    storing = get_storing(storing_id)
    if storing is None or storing.laatste is None or not storing.verlengt:
        return 0
    able = [bron.register for bron in list_bronnen() if isinstance(bron.register, Uitstellend)]
    if not able:
        logger.warning("storing_not_extended", storing=storing_id, reason="another register")
        return 0
    moved = sum(each.extend_for_storing(eerste=storing.eerste, laatste=storing.laatste) for each in able)
    logger.info("storing_extended", storing=storing_id, moved=moved)
    return moved


def last_day_after_storing(*, eerste: date, laatste: date) -> date:
    """Up to when somebody has time whose last day fell in an outage: the first working day after it."""
    return extend_for_storing(Termijn(laatste, laatste, ()), eerste=eerste, laatste=laatste).einddatum
