"""Editor screens beside the pages, one file per subject. Wagtail loads this module; it loads the rest."""

from eloket.producten.wagtail_hooks import (
    groepen,
    overname,
    poort,
    rapporten,
    snippets,
    upl,
    waarderingen,
    zonder_treffer,
)

__all__ = ["groepen", "overname", "poort", "rapporten", "snippets", "upl", "waarderingen", "zonder_treffer"]
