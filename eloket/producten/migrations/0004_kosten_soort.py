"""A cost that was written in a few words becomes the answer "gratis" or "verschilt, namelijk …"."""

from typing import Any

from django.db import migrations


def soort_of(text: str) -> dict[str, str]:
    if text.strip().lower() in ("gratis", "free"):
        return {"kosten_soort": "gratis", "kosten_kort": ""}
    return {"kosten_soort": "verschilt"}


def fill_kosten_soort(apps: Any, schema_editor: Any) -> None:
    ProductPage = apps.get_model("producten", "ProductPage")
    Revision = apps.get_model("wagtailcore", "Revision")
    for pk, text in ProductPage.objects.exclude(kosten_kort="").values_list("pk", "kosten_kort"):
        ProductPage.objects.filter(pk=pk, kosten_soort="").update(**soort_of(text))
    ids = [str(pk) for pk in ProductPage.objects.values_list("pk", flat=True)]
    for revision in Revision.objects.filter(base_content_type__model="page", object_id__in=ids).iterator():
        text = revision.content.get("kosten_kort")
        if text and not revision.content.get("kosten_soort"):
            revision.content = {**revision.content, **soort_of(text)}
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [("producten", "0003_productvelden"), ("wagtailcore", "0001_initial")]

    operations = [migrations.RunPython(fill_kosten_soort, migrations.RunPython.noop)]
