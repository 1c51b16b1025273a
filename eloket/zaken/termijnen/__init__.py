"""Terms: pure functions on dates. They know no database, no zaak and no clock.

One subject a file: `duur` (how long), `feiten` (what happens on the way), `regel` (what the law says),
`feestdagen`, `awt` (Algemene termijnenwet), `verloop` (the engine), `stap` and `woorden` (how a date explains
itself), `awb` (the terms that the Awb sets), `hersteltermijn`, `storing`, `dwangsom`, and `zaaktermijn`, the
two terms of a zaak. Others import from here.
"""

from eloket.zaken.termijnen.awb import (
    BESLISSING_OP_BEZWAAR,
    BESLISSING_OP_BEZWAAR_MET_COMMISSIE,
    BESLISTERMIJN,
    BEZWAARTERMIJN,
    BUITEN_BEHANDELING,
    KLACHT,
    KLACHT_MET_COMMISSIE,
    compute_beslistermijn_op_bezwaar,
    compute_bezwaartermijn,
    compute_buiten_behandeling,
    compute_reactiedatum,
)
from eloket.zaken.termijnen.duur import (
    Duur,
    InvalidDuur,
    add_duur,
    compute_einddatum,
    day_of,
    parse_duur,
    subtract_duur,
    validate_duur,
)
from eloket.zaken.termijnen.dwangsom import (
    Dwangsom,
    IngebrekestellingTeVroeg,
    compute_bedrag,
    compute_dwangsom,
    compute_vaststelling,
    earliest_ingebrekestelling,
    find_tarief,
)
from eloket.zaken.termijnen.feestdagen import (
    LAATSTE_BEKENDE_JAAR,
    Feestdag,
    find_feestdag,
    is_bekend,
    is_werkdag,
    list_feestdagen,
    next_werkdag,
)
from eloket.zaken.termijnen.feiten import Opschorting, Termijnbron, Verlenging
from eloket.zaken.termijnen.hersteltermijn import resume_day, suspend_for_aanvulling
from eloket.zaken.termijnen.regel import Aanleiding, Termijnregel
from eloket.zaken.termijnen.stap import Regel, Stap, Termijn
from eloket.zaken.termijnen.storing import extend_for_storing
from eloket.zaken.termijnen.verloop import compute_termijn, count_back
from eloket.zaken.termijnen.woorden import explain, spell_dag, spell_duur
from eloket.zaken.termijnen.zaaktermijn import Zaaktermijnen, compute_zaaktermijnen

__all__ = [
    "BESLISSING_OP_BEZWAAR",
    "BESLISSING_OP_BEZWAAR_MET_COMMISSIE",
    "BESLISTERMIJN",
    "BEZWAARTERMIJN",
    "BUITEN_BEHANDELING",
    "KLACHT",
    "KLACHT_MET_COMMISSIE",
    "LAATSTE_BEKENDE_JAAR",
    "Aanleiding",
    "Duur",
    "Dwangsom",
    "Feestdag",
    "IngebrekestellingTeVroeg",
    "InvalidDuur",
    "Opschorting",
    "Regel",
    "Stap",
    "Termijn",
    "Termijnbron",
    "Termijnregel",
    "Verlenging",
    "Zaaktermijnen",
    "add_duur",
    "compute_bedrag",
    "compute_beslistermijn_op_bezwaar",
    "compute_bezwaartermijn",
    "compute_buiten_behandeling",
    "compute_dwangsom",
    "compute_einddatum",
    "compute_reactiedatum",
    "compute_termijn",
    "compute_vaststelling",
    "compute_zaaktermijnen",
    "count_back",
    "day_of",
    "earliest_ingebrekestelling",
    "explain",
    "extend_for_storing",
    "find_feestdag",
    "find_tarief",
    "is_bekend",
    "is_werkdag",
    "list_feestdagen",
    "next_werkdag",
    "parse_duur",
    "resume_day",
    "spell_dag",
    "spell_duur",
    "subtract_duur",
    "suspend_for_aanvulling",
    "validate_duur",
]
