"""Where a claim of a new product can come from."""

from enum import StrEnum


class Bron(StrEnum):
    VRAAG = "vraag"
    DAG_EN_TIJD = "dag_en_tijd"
    ZONE = "zone"
    NAAM = "naam"
    DAG = "dag"
    TEKST = "tekst"
