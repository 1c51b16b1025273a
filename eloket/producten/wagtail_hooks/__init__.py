"""Editor screens beside the pages, one file per subject. Wagtail loads this module; it loads the rest."""

from eloket.producten.wagtail_hooks import overname, poort, snippets, upl, waarderingen

__all__ = ["overname", "poort", "snippets", "upl", "waarderingen"]
