"""Editor screens beside the pages, one file per subject. Wagtail loads this module; it loads the rest."""

from eloket.producten.wagtail_hooks import overname, poort, rapporten, snippets, upl, waarderingen

__all__ = ["overname", "poort", "rapporten", "snippets", "upl", "waarderingen"]
