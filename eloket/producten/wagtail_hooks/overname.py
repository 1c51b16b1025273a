"""Taking a catalogue over from elsewhere, in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from eloket.producten.overname.plaatsen import ACTIE


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(ACTIE, _("Overnemen"), _("Overgenomen uit een andere catalogus"))
