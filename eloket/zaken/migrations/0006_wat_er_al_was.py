"""What is there already: documents came from residents, and the default zaaktype gets its rol and besluit."""

from django.db import migrations


def fill(apps, schema_editor):
    apps.get_model("zaken", "Document").objects.update(tonen_aan_initiator=True)
    zaaktype = apps.get_model("zaken", "Zaaktype").objects.filter(identificatie="aanvraag").first()
    if zaaktype is None:
        return
    apps.get_model("zaken", "Roltype").objects.get_or_create(
        zaaktype=zaaktype, omschrijving="Aanvrager", defaults={"omschrijving_generiek": "initiator"}
    )
    apps.get_model("zaken", "Besluittype").objects.get_or_create(
        zaaktype=zaaktype,
        omschrijving="Besluit op uw aanvraag",
        defaults={"omschrijving_en": "Decision on your request", "reactietermijn": "P6W"},
    )


class Migration(migrations.Migration):
    dependencies = [("zaken", "0005_verloop_en_archief")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
