from django.apps import AppConfig
from django.core import checks

# What employees may do with what was issued, by rol. Looking is noted; the notes are for the beheerder.
RECHTEN = {
    "kcc": ["view_uitgegevenproduct"],
    "behandelaar": [
        "view_uitgegevenproduct",
        "change_uitgegevenproduct",
        "export_uitgegevenproduct",
        "approve_intrekking",
    ],
    "beheerder": ["view_uitgegevenproduct", "view_raadpleging"],
}


class UitgifteConfig(AppConfig):
    name = "eloket.uitgifte"
    label = "uitgifte"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.accounts.services import Rol, grant_rechten
        from eloket.uitgifte import signalen
        from eloket.uitgifte.checks import check_kentekens, check_zegel

        signalen.connect()
        checks.register(check_zegel, deploy=True)
        checks.register(check_kentekens, deploy=True)
        # No right to delete: a soort that is done with is switched off.
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHEERDER):
            grant_rechten(rol, [f"uitgifte.{verb}_productsoort" for verb in ("add", "change", "view")])
            grant_rechten(rol, [f"uitgifte.{verb}_zone" for verb in ("add", "change", "delete", "view")])
        for naam, rechten in RECHTEN.items():
            grant_rechten(Rol(naam), [f"uitgifte.{recht}" for recht in rechten])
