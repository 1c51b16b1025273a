"""Many zaken at once, by copying one inside the database: a million would take hours through the door."""

from django.db import connection
from django.db.models import Model

from eloket.zaken.models import Rol, Status, Zaak

PREFIX = "VEEL-"


def copy_zaak(identificatie: str, number: int, *, per_person: int = 0) -> None:
    """Make `number` copies of this zaak, with its rollen and statussen, and numbers of their own.

    They are of the same person, or with `per_person` of strangers who have that many each.
    """
    template = Zaak.objects.get(identificatie=identificatie).pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM zaken_zaak")
        last = cursor.fetchone()[0]
        columns, values = _columns(
            Zaak, {"identificatie": f"'{PREFIX}' || CAST({last} + n.i AS varchar(20))"}
        )
        cursor.execute(
            f"INSERT INTO zaken_zaak ({columns}) "
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {number:d}) "
            f"SELECT {values} FROM zaken_zaak t CROSS JOIN n WHERE t.id = {template:d}"
        )
        owner = f"'veel-' || CAST(z.id / {per_person:d} AS varchar(20))" if per_person else "t.zoeksleutel"
        for model, changes in (
            (Rol, {"zaak_id": "z.id", "zoeksleutel": owner}),
            (Status, {"zaak_id": "z.id"}),
        ):
            table = model._meta.db_table
            columns, values = _columns(model, changes)
            cursor.execute(
                f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} t "
                f"JOIN zaken_zaak z ON z.id > {last:d} WHERE t.zaak_id = {template:d}"
            )


def _columns(model: type[Model], changes: dict[str, str]) -> tuple[str, str]:
    """The columns of a table without its key, and what goes into each."""
    names = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    return ", ".join(names), ", ".join(changes.get(name, f"t.{name}") for name in names)
