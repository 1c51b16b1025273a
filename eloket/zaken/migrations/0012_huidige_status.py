"""Give every zaak the status that it is in now, once."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def note_current(apps, schema_editor):
    Zaak = apps.get_model("zaken", "Zaak")
    Status = apps.get_model("zaken", "Status")
    latest = Status.objects.filter(zaak=OuterRef("pk")).order_by("-gezet_op").values("statustype")[:1]
    Zaak.objects.filter(statustype__isnull=True).update(statustype=Subquery(latest))


class Migration(migrations.Migration):
    dependencies = [("zaken", "0011_werkverdeling")]

    operations = [migrations.RunPython(note_current, migrations.RunPython.noop)]
