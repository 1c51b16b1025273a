"""The door of formulieren: what can be applied for, and what was sent."""

from eloket.formulieren.definitie import InvalidDefinitie
from eloket.formulieren.services.aanbod import Aanbod, list_aanbod, list_gepubliceerd
from eloket.formulieren.services.aanvragen import (
    AanvraagInfo,
    AanvraagNotFound,
    Verstuurd,
    Zaakpost,
    get_aanvraag,
    get_zaakpost,
    list_aanvragen,
)
from eloket.formulieren.services.acties import (
    Zaakactie,
    begin_url,
    find_mogelijkheden,
    list_acties,
    list_zonder_zaak,
)
from eloket.formulieren.services.agenda import AfspraakInfo, list_afspraken
from eloket.formulieren.services.bijlagen import BijlageInfo
from eloket.formulieren.services.hervatten import ConceptInfo, list_concepten
from eloket.formulieren.services.importeren import import_formulier

__all__ = [
    "Aanbod",
    "AanvraagInfo",
    "AanvraagNotFound",
    "AfspraakInfo",
    "BijlageInfo",
    "ConceptInfo",
    "InvalidDefinitie",
    "Verstuurd",
    "Zaakactie",
    "Zaakpost",
    "begin_url",
    "find_mogelijkheden",
    "get_aanvraag",
    "get_zaakpost",
    "import_formulier",
    "list_aanbod",
    "list_aanvragen",
    "list_acties",
    "list_afspraken",
    "list_concepten",
    "list_gepubliceerd",
    "list_zonder_zaak",
]
