"""The panel "Hulp bij het schrijven" on the edit screen of a product."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from eloket.lib import klok
from eloket.producten.redactie.ankers import find_ankers


class HulpPaneel(Panel):
    """Says what is missing or can be better in the text as it was saved, with links to the fields.

    Computed once, when the screen opens: typing and saving by itself are as quick as without it.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Hulp bij het schrijven"), "icon": "help", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "producten/redactie/hulp.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            # The models name this panel, so that their readers cannot be loaded before them.
            from eloket.producten.redactie.hulp import read_hulp
            from eloket.producten.redactie.woorden import write_gaten, write_hulp

            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            ankers = find_ankers(page.get_edit_handler())
            hulp = read_hulp(page, now=klok.now()) if page.pk is not None else None
            refused = getattr(self.form, "gaten", ())
            gaten = refused or (hulp.gaten if hulp else ())
            return {
                **context,
                "bewaard": hulp is not None,
                "geweigerd": bool(refused),
                "gaten": write_gaten(gaten, ankers, live=hulp is not None and page.live),
                "groepen": write_hulp(hulp, ankers) if hulp else [],
            }
