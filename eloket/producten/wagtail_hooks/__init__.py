"""Editor screens beside the pages, one file per subject. Wagtail loads this module; it loads the rest."""

from eloket.producten.wagtail_hooks import snippets, upl, waarderingen

__all__ = ["snippets", "upl", "waarderingen"]
