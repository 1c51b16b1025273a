"""The tarieventabel as a file, in the very form that is read: what went out comes in without a change."""

import csv
import io

from eloket.betalingen.models import Tarief
from eloket.betalingen.tabel.kolommen import KOLOMMEN
from eloket.betalingen.verloop import read_verlopen
from eloket.lib.rekenblad import plain_cell


def write_tabel() -> str:
    """Every amount of every row with its day, by code; with a byte order mark, for spreadsheets.

    A row without any amount has nothing to say here.
    """
    file = io.StringIO()
    file.write("\ufeff")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    for verloop in read_verlopen(Tarief.objects.all()):
        for each in verloop.bedragen:
            words = verloop.words(each.vanaf)
            texts = (_one_line(text) for text in (verloop.code, words.naam, words.naam_en, words.artikel))
            amount = str(each.bedrag).replace(".", ",")
            writer.writerow([*texts, amount, each.vanaf.isoformat()])
    return file.getvalue()


def _one_line(text: str) -> str:
    return plain_cell(" ".join(text.split()))
