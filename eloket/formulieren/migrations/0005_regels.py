from django.db import migrations

import eloket.lib.streamveld


class Migration(migrations.Migration):
    dependencies = [
        ("formulieren", "0004_tarief"),
    ]

    operations = [
        migrations.AddField(
            model_name="formulier",
            name="regels",
            field=eloket.lib.streamveld.StreamField([], blank=True, default=[]),
        ),
    ]
