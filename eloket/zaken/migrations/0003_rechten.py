"""Who may do what: a behandelaar handles zaken, a beheerder configures zaaktypen."""

from django.db import migrations

RIGHTS = {
    "behandelaar": [("zaak", "behandel_zaak", "Zaken behandelen")],
    "beheerder": [
        ("zaaktype", "add_zaaktype", "Can add zaaktype"),
        ("zaaktype", "change_zaaktype", "Can change zaaktype"),
        ("zaaktype", "view_zaaktype", "Can view zaaktype"),
    ],
}


def add(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for role, rights in RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=role)
        for model, codename, name in rights:
            content_type, _created = ContentType.objects.get_or_create(app_label="zaken", model=model)
            permission, _created = Permission.objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("zaken", "0002_standaard_zaaktype"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
