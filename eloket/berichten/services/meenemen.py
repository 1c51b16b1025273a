"""The ledger of one person, to take along."""

import csv
import io
import json

from django.utils import timezone
from django.utils.translation import gettext as _

from eloket.berichten.services.grootboek import iterate_berichten
from eloket.lib.partij import Identificerend
from eloket.lib.rekenblad import plain_cell


def export_csv(*, voor: Identificerend) -> str:
    """A line per thing that happened to a message, newest message first; semicolons, as Dutch Excel reads."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_("Zaak"), _("Bericht"), _("Soort"), _("Reageren tot en met"), _("Wat"), _("Wanneer"), "id"]
    )
    for bericht in iterate_berichten(voor=voor):
        vast = [bericht.zaak, bericht.titel, bericht.aard, bericht.uiterlijk or ""]
        for boeking in bericht.boekingen:
            moment = timezone.localtime(boeking.at)  # noqa: TID251 — a given moment, no clock
            cells = [*vast, boeking.woorden, moment.isoformat(timespec="seconds"), bericht.id]
            writer.writerow([plain_cell(str(cell)) for cell in cells])
    return page.getvalue()


def export_json(*, voor: Identificerend) -> str:
    """The same for a machine, with whether the proof of each message is whole."""
    berichten = [
        {
            "id": bericht.id,
            "zaak": bericht.zaak,
            "bericht": bericht.titel,
            "soort": bericht.aard,
            "reagerenTotEnMet": bericht.uiterlijk.isoformat() if bericht.uiterlijk else None,
            "bewijsKlopt": bericht.klopt,
            "gebeurtenissen": [
                {"wat": boeking.feit, "wanneer": boeking.at.isoformat()} for boeking in bericht.boekingen
            ],
        }
        for bericht in iterate_berichten(voor=voor)
    ]
    return json.dumps({"berichten": berichten}, ensure_ascii=False, indent=2)
