"""The tables: what a redacteur composes, what was published, what is being filled in, what was sent."""

from eloket.formulieren.models.aanvraag import Aanvraag, AanvraagQuerySet, Status
from eloket.formulieren.models.bijlage import SCAN, Bijlage
from eloket.formulieren.models.concept import Concept
from eloket.formulieren.models.controle import Registercontrole
from eloket.formulieren.models.formulier import Formulier
from eloket.formulieren.models.hulpcode import Hulpcode, Richting
from eloket.formulieren.models.levering import Levering, Webhook
from eloket.formulieren.models.logregel import Gebeurtenis, Logregel
from eloket.formulieren.models.mailverzoek import Doel, Mailverzoek
from eloket.formulieren.models.opvang import Opvang
from eloket.formulieren.models.telling import Apparaat, Soort, Telling
from eloket.formulieren.models.versie import FormulierVersie

__all__ = [
    "SCAN",
    "Aanvraag",
    "AanvraagQuerySet",
    "Apparaat",
    "Bijlage",
    "Concept",
    "Doel",
    "Formulier",
    "FormulierVersie",
    "Gebeurtenis",
    "Hulpcode",
    "Levering",
    "Logregel",
    "Mailverzoek",
    "Opvang",
    "Registercontrole",
    "Richting",
    "Soort",
    "Status",
    "Telling",
    "Webhook",
]
