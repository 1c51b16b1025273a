"""The project's settings plus the migration linter, a developers' tool that is not there when eloket runs."""

import re

from eloket.settings import *  # noqa: F403
from eloket.settings import INSTALLED_APPS

# Migrations are read, not run: a fresh clone has no data folder and needs none.
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
MIGRATION_LINTER_OPTIONS = {
    "include_apps": [name[len("eloket.") :] for name in INSTALLED_APPS if re.fullmatch(r"eloket\.\w+", name)],
    "no_cache": True,
    "ignore_initial_migrations": True,  # they make tables that hold nothing yet
    # Nor do these: they belong to 0.1.0, which no gemeente runs yet. SQLite makes a table anew for a
    # column, and the linter then sees every NOT NULL of the old one as new.
    "ignore_name": [
        "0002_namen_en_einde",
        "0003_productvelden",
        "0002_locaties",
        "0003_verklaringen",
        "0005_email_mb",
        "0006_tokens",
        "0002_bijlage",
        "0002_staat",
        "0005_regels",
        "0006_onderweg",
        "0007_bevestigde_adressen",
        "0013_ongevoelig",
        "0017_leveren",
        "0019_aanvragers",
        "0020_zelf_verklaard",
        "0004_controle",
        "0005_verloop_en_archief",
        "0003_bewijs_en_voorkeur",
        "0021_over_een_zaak",
        "0008_relaties_en_termijn",
        "0009_verzoeken",
        "0011_werkverdeling",
        "0014_uitstel",
        "0002_agenda",
        "0003_bijlage_vooraf",
        "0004_beslissen",
        "0005_back_office",
        "0007_gewiste_beslissingen",
        "0009_volwassenheid_volgt",
        "0003_leven",
        "0006_verhuisformulier",
    ],
}
