"""A site that is there already keeps its contact page in the menu and its statements in the footer."""

from typing import Any

from django.db import migrations

SLUGS = {
    "pagina_contact": ["contact"],
    "pagina_toegankelijkheid": ["toegankelijkheid", "toegankelijkheidsverklaring"],
    "pagina_privacy": ["privacy", "privacyverklaring"],
    "pagina_cookies": ["cookies"],
    "pagina_archief": ["archief"],
}


def choose(apps: Any, schema_editor: Any) -> None:
    """What was found by its address until now, right below home."""
    pages = apps.get_model("website", "ContentPage").objects
    for own in apps.get_model("website", "Instellingen").objects.select_related("site__root_page"):
        home = own.site.root_page
        below = pages.filter(path__startswith=home.path, depth=home.depth + 1)
        for name, slugs in SLUGS.items():
            setattr(own, name, below.filter(slug__in=slugs).order_by("path").first())
        own.save(update_fields=list(SLUGS))


class Migration(migrations.Migration):
    dependencies = [("website", "0003_verklaringen")]

    operations = [migrations.RunPython(choose, migrations.RunPython.noop)]
