"""Search: find a product, a form or a page with the reader's own words.

The short texts (title, other words, summary) of everything that can be found stand in an index in the
process, made once per version of the site (`index.py`). Only running text is asked of the database, for ids
alone. The order of the hits is ours, so that it is the same on every database.
"""

from eloket.producten.zoeken.document import Document, Soort
from eloket.producten.zoeken.verfijnen import Keuze, Verfijning
from eloket.producten.zoeken.zoeker import Uitslag, search, search_elsewhere, suggest

__all__ = ["Document", "Keuze", "Soort", "Uitslag", "Verfijning", "search", "search_elsewhere", "suggest"]
