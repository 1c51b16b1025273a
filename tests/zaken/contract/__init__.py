"""What every zaakregister behind the port must do. Subclass it, and give a `register` fixture.

The register holds the default zaaktype (three steps, of which the last closes) and `KAPVERGUNNING` when a
test begins. `ZaakBackendContract` is for every register, the others for those with that ability.
"""

from tests.zaken.contract.aanvullen import AanvullendContract
from tests.zaken.contract.attenderen import AttenderendContract
from tests.zaken.contract.behandelen import BehandelendContract
from tests.zaken.contract.beslissen import BesluitContract
from tests.zaken.contract.documenten import DocumenterendContract
from tests.zaken.contract.lezen import ZaakBackendContract
from tests.zaken.contract.relaties import RelatieContract, ZienswijzeContract
from tests.zaken.contract.stilstand import OpschortendContract
from tests.zaken.contract.toewijzen import ToewijzendContract
from tests.zaken.contract.uitstellen import UitstellendContract

__all__ = [
    "AanvullendContract",
    "AttenderendContract",
    "BehandelendContract",
    "BesluitContract",
    "DocumenterendContract",
    "OpschortendContract",
    "RelatieContract",
    "ToewijzendContract",
    "UitstellendContract",
    "ZaakBackendContract",
    "ZienswijzeContract",
]
