"""The zaaktype on which a new form works untouched."""

from datetime import date

from django.db import migrations

STATUSTYPEN = [
    {
        "volgnummer": 1,
        "omschrijving": "Ontvangen",
        "omschrijving_en": "Received",
        "statustekst": "Wij hebben uw aanvraag ontvangen. U hoeft nu niets te doen.",
        "statustekst_en": "We have received your request. You do not need to do anything now.",
    },
    {
        "volgnummer": 2,
        "omschrijving": "In behandeling",
        "omschrijving_en": "In progress",
        "statustekst": "Wij behandelen uw aanvraag. Hebben wij iets van u nodig? Dan vragen wij u daarom.",
        "statustekst_en": "We are working on your request. If we need anything from you, we will ask you.",
    },
    {
        "volgnummer": 3,
        "omschrijving": "Afgehandeld",
        "omschrijving_en": "Completed",
        "statustekst": "Wij zijn klaar met uw aanvraag. U leest hieronder wat de uitkomst is.",
        "statustekst_en": "We have finished your request. You can read the outcome below.",
    },
]
RESULTAATTYPEN = [
    {"omschrijving": "Verwerkt", "omschrijving_en": "Processed"},
    {"omschrijving": "Toegekend", "omschrijving_en": "Granted"},
    {"omschrijving": "Afgewezen", "omschrijving_en": "Refused"},
    {"omschrijving": "Ingetrokken", "omschrijving_en": "Withdrawn"},
]


def add(apps, schema_editor):
    zaaktype, created = apps.get_model("zaken", "Zaaktype").objects.get_or_create(
        identificatie="aanvraag",
        defaults={
            "omschrijving": "Aanvraag",
            "omschrijving_burger_nl": "Aanvraag",
            "omschrijving_burger_en": "Request",
            "begin_geldigheid": date(2020, 1, 1),
            "servicenorm": "P4W",
            "doorlooptijd": "P8W",
            "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        },
    )
    if created:
        for fields in STATUSTYPEN:
            apps.get_model("zaken", "Statustype").objects.create(zaaktype=zaaktype, **fields)
        for fields in RESULTAATTYPEN:
            apps.get_model("zaken", "Resultaattype").objects.create(zaaktype=zaaktype, **fields)


class Migration(migrations.Migration):
    dependencies = [("zaken", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
