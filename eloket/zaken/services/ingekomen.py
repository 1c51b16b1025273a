"""What came in about a zaak of another register: no register can point at a zaak that it does not have."""

from datetime import datetime

from eloket.zaken.backends import find_bron, get_backend
from eloket.zaken.backends.base import Behandelend, NieuweNotitie, NieuweZaak, ZaakNotFound

DOOR = "eloket"


def is_about_elsewhere(nieuw: NieuweZaak) -> bool:
    """Whether the zaak that `nieuw` is about stands in another register than new ones do."""
    return nieuw.relatie is not None and find_bron(nieuw.relatie.zaak).register is not get_backend()


def note_ingekomen(nieuw: NieuweZaak, *, now: datetime) -> None:
    """Tell who handles the zaak in the other register that `nieuw` is about, in a note; once.

    Where zaken are handled elsewhere the omschrijving of the new one says which zaak it is about.
    """
    if nieuw.relatie is None or not is_about_elsewhere(nieuw):
        return
    register = find_bron(nieuw.relatie.zaak).register
    if not isinstance(register, Behandelend):
        return
    tekst = (
        f"Over deze zaak kwam {nieuw.identificatie} binnen: {nieuw.omschrijving}."
        " Die staat in het andere zaakregister."
    )
    try:
        known = register.get_dossier(nieuw.relatie.zaak).notities
        if all(each.tekst != tekst for each in known):
            register.add_notitie(nieuw.relatie.zaak, NieuweNotitie(tekst, DOOR), now=now)
    except ZaakNotFound:  # a number that somebody typed: the omschrijving keeps it
        return
