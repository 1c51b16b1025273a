"""What visitors say of this page, beside the text a redacteur is changing."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from eloket.producten.models.waardering import Waardering

OPMERKINGEN = 5


class WaarderingPaneel(Panel):
    """Figures and newest remarks of a page that has been read; nothing on a new one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Wat bezoekers vinden"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "producten/beheer/waardering_paneel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            said = Waardering.objects.of_page(self.instance)
            own = {"cijfers": said.cijfers(), "opmerkingen": said.newest_remarks(OPMERKINGEN)}
            return {**super().get_context_data(parent_context), **own}
