"""In the editor of a form: what its zaaktype offers to choose from, and what the zaakregister lacks."""

from typing import Any

from wagtail.admin.panels import Panel

from eloket.formulieren.services.publicatie import find_gebreken
from eloket.formulieren.velden.registernaam import DOCUMENTSOORTEN, EIGENSCHAPPEN
from eloket.zaken.services import RegisterError, get_zaaktype


class RegisterPanel(Panel):
    """Asks the register once or twice when the editor opens; a register that is away costs the lists only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "formulieren/beheer/registerpaneel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            zaaktype, reachable = None, True
            try:
                zaaktype = get_zaaktype(self.instance.zaaktype)
            except RegisterError:
                reachable = False
            return context | {
                "bereikbaar": reachable,
                "lijsten": {
                    EIGENSCHAPPEN: zaaktype.eigenschappen if zaaktype else (),
                    DOCUMENTSOORTEN: zaaktype.informatieobjecttypen if zaaktype else (),
                },
                "gebreken": self._gebreken() if reachable else [],
            }

        def _gebreken(self) -> list[str]:
            """Of what was kept last; a form without steps lacks nothing yet."""
            if not self.instance.pk or not len(self.instance.stappen):
                return []
            return find_gebreken(self.instance.compose_definitie())
