from django.apps import AppConfig
from django.core import checks


class ZakenConfig(AppConfig):
    name = "eloket.zaken"
    label = "zaken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.accounts.services import Rol, grant_rechten
        from eloket.zaken.checks import check_feestdagen

        checks.register(check_feestdagen, deploy=True)
        grant_rechten(Rol.BEHANDELAAR, ["zaken.behandel_zaak"])
        # No right to delete: a zaaktype that is done with gets an end date.
        grant_rechten(Rol.BEHEERDER, [f"zaken.{verb}_zaaktype" for verb in ("add", "change", "view")])
        grant_rechten(Rol.BEHEERDER, [f"zaken.{verb}_team" for verb in ("add", "change", "delete", "view")])
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHEERDER):
            verbs = ("add", "change", "delete", "view")
            grant_rechten(rol, [f"zaken.{verb}_tekstsjabloon" for verb in verbs])
        grant_rechten(Rol.BEHEERDER, ["zaken.view_raadpleging"])
