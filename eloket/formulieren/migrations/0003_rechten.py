"""Who may do what: a redacteur makes, changes and publishes forms; an eindredacteur also withdraws and locks."""

from django.db import migrations

REDACTEUR = ["add", "change", "publish", "view"]
RIGHTS = {
    "redacteur": REDACTEUR,
    "eindredacteur": [*REDACTEUR, "delete", "lock", "unlock"],
}


def add(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    formulier, _created = ContentType.objects.get_or_create(app_label="formulieren", model="formulier")
    for role, verbs in RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=role)
        for verb in verbs:
            permission, _created = Permission.objects.get_or_create(
                content_type=formulier,
                codename=f"{verb}_formulier",
                defaults={"name": f"Can {verb} formulier"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("formulieren", "0002_versie_vast"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
