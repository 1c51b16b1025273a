"""The database too refuses to change what was published."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER formulieren_versie_vast BEFORE UPDATE ON formulieren_formulierversie
BEGIN SELECT RAISE(ABORT, 'een formulierversie ligt vast'); END
"""

POSTGRESQL = """
CREATE FUNCTION formulieren_versie_vast() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'een formulierversie ligt vast' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER formulieren_versie_vast BEFORE UPDATE ON formulieren_formulierversie
FOR EACH ROW EXECUTE FUNCTION formulieren_versie_vast()
"""


def forward(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(SQLITE)
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)


def backward(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER formulieren_versie_vast")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER formulieren_versie_vast ON formulieren_formulierversie")
        schema_editor.execute("DROP FUNCTION formulieren_versie_vast()")


class Migration(migrations.Migration):
    dependencies = [("formulieren", "0001_initial")]

    operations = [migrations.RunPython(forward, backward)]
