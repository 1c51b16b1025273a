"""The types of field that a redacteur can choose from: one class each, in the file of its family.

For a new one: write a class with `@veldtype` above it in one of these files, and the editor, the wizard, the
summary, the copy and the zaak know it. A new family gets a line below; the redacteur sees them in this order.
"""

from eloket.formulieren.velden import tekst, getal, datum, tijd, contact, adres, nummers, keuze  # noqa: F401, I001 — the order of the menu
from eloket.formulieren.velden import bestand, afspraak, personen, verklaring, herhaling, berekening, uitleg  # noqa: F401
from eloket.formulieren.velden.basis import (
    VELDTYPEN,
    Blok,
    Getypt,
    Veldtype,
    get_veldtype,
    holds_bsn,
    veldtype,
)

__all__ = ["VELDTYPEN", "Blok", "Getypt", "Veldtype", "get_veldtype", "holds_bsn", "veldtype"]
