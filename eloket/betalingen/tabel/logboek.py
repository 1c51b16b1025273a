"""Who took which table over, and what it did to each tarief: in Wagtail's own log, so in the history too."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log
from wagtail.models import ModelLogEntry

from eloket.betalingen.models import Tabelconcept, Tarief
from eloket.betalingen.tabel.vergelijken import Regel, Soort
from eloket.lib.geld import euro

TABEL, BEDRAG = "betalingen.tabel", "betalingen.bedrag"


def log_tabel(
    concept: Tabelconcept,
    regels: Sequence[Regel],
    ids: Mapping[str, int],
    verslag: Mapping[str, int],
    *,
    user: Any,
    now: datetime,
) -> None:
    """One line for the table, and one in the history of each tarief that it changed."""
    log(concept, TABEL, user=user, data=dict(verslag))
    kind = ContentType.objects.get_for_model(Tarief)
    # In bulk: Wagtail's own way costs four queries for each line.
    ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(
                content_type=kind,
                object_id=str(ids[each.rij.code]),
                label=(each.rij.naam or each.rij.code),
                action=BEDRAG,
                timestamp=now,
                user=user,
                uuid=uuid4(),  # Wagtail shows one line of those that share a mark and an action
                content_changed=True,
                data={
                    "bedrag": str(each.rij.bedrag),
                    "vanaf": each.rij.vanaf.isoformat(),
                    "bestand": concept.bestandsnaam,
                },
            )
            for each in regels
        ],
        batch_size=500,
    )


class TabelFormatter(LogFormatter):
    label = _("Tarieventabel overgenomen")

    def format_message(self, log_entry: Any) -> str:
        counts = {soort: log_entry.data.get(soort, 0) for soort in Soort}
        return gettext(
            "Tarieventabel overgenomen: %(nieuw)d nieuwe tarieven, %(bedragen)d nieuwe bedragen, "
            "%(gewijzigd)d gewijzigd, %(gelijk)d gelijk gebleven"
        ) % {
            "nieuw": counts[Soort.NIEUW],
            "bedragen": counts[Soort.BEDRAG],
            "gewijzigd": counts[Soort.WIJZIGING] + counts[Soort.WOORDEN],
            "gelijk": counts[Soort.GELIJK],
        }


class BedragFormatter(LogFormatter):
    label = _("Bedrag uit de tarieventabel")

    def format_message(self, log_entry: Any) -> str:
        said = log_entry.data
        return gettext("%(bedrag)s vanaf %(dag)s, uit %(bestand)s") % {
            "bedrag": euro(Decimal(said["bedrag"])),
            "dag": date_format(date.fromisoformat(said["vanaf"]), "DATE_FORMAT"),
            "bestand": said["bestand"],
        }


def register_log_actions(actions: Any) -> None:
    """For Wagtail's hook of that name."""
    actions.register_action(TABEL)(TabelFormatter)
    actions.register_action(BEDRAG)(BedragFormatter)
