"""Forms of the back office, one subject a file."""

from eloket.zaken.forms.status import StatusForm
from eloket.zaken.forms.werkvoorraad import WerkvoorraadForm

__all__ = ["StatusForm", "WerkvoorraadForm"]
