import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("afspraken", "0002_agenda")]

    operations = [
        migrations.AlterModelOptions(name="afspraakbijlage", options={"ordering": ("pk",)}),
        migrations.AddField(
            model_name="afspraakbijlage",
            name="houder",
            field=models.CharField(blank=True, db_index=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="afspraakbijlage",
            name="gemaakt",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="afspraakbijlage",
            name="afspraak",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="bijlagen",
                to="afspraken.afspraak",
            ),
        ),
        migrations.AddConstraint(
            model_name="afspraakbijlage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afspraak__isnull", True), ("houder__gt", "")),
                    ("afspraak__isnull", False),
                    _connector="OR",
                ),
                name="afspraakbijlage_van_iemand",
            ),
        ),
    ]
