"""Forms of the back office, one subject a file."""

from eloket.zaken.forms.aanvulling import AanvullingForm
from eloket.zaken.forms.besluit import BekendmakenForm, BesluitForm
from eloket.zaken.forms.brief import BriefForm
from eloket.zaken.forms.document import DocumentForm
from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld
from eloket.zaken.forms.klok import HervatForm, OpschortForm, VerlengForm
from eloket.zaken.forms.status import StatusForm
from eloket.zaken.forms.toewijzen import ToewijzenForm
from eloket.zaken.forms.werkvoorraad import OverdrachtForm, WerkvoorraadForm
from eloket.zaken.forms.zienswijze import ZienswijzeForm

__all__ = [
    "AanvullingForm",
    "BekendmakenForm",
    "BesluitForm",
    "BriefForm",
    "Deel",
    "DocumentForm",
    "HandelingForm",
    "HervatForm",
    "OpschortForm",
    "OverdrachtForm",
    "StatusForm",
    "ToewijzenForm",
    "VerlengForm",
    "Voorbeeld",
    "WerkvoorraadForm",
    "ZienswijzeForm",
]
