"""What a behandelaar can do with a zaak besides its status, one subject a file."""

from eloket.zaken.backoffice.handelingen.aanvulling import AANVULLING
from eloket.zaken.backoffice.handelingen.basis import Handeling
from eloket.zaken.backoffice.handelingen.besluit import BEKENDMAKEN, BESLUIT
from eloket.zaken.backoffice.handelingen.brief import BRIEF
from eloket.zaken.backoffice.handelingen.document import DOCUMENT
from eloket.zaken.backoffice.handelingen.klok import HERVAT, SCHORT_OP, VERLENG
from eloket.zaken.backoffice.handelingen.zienswijze import ZIENSWIJZE

#: In the order in which the page offers them.
_ALLE = (BEKENDMAKEN, BESLUIT, AANVULLING, ZIENSWIJZE, DOCUMENT, BRIEF, HERVAT, SCHORT_OP, VERLENG)
HANDELINGEN: dict[str, Handeling] = {each.slug: each for each in _ALLE}

__all__ = ["HANDELINGEN", "Handeling"]
