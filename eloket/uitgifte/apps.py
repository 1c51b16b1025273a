from django.apps import AppConfig
from django.core import checks


class UitgifteConfig(AppConfig):
    name = "eloket.uitgifte"
    label = "uitgifte"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.accounts.services import Rol, grant_rechten
        from eloket.uitgifte.checks import check_kentekens, check_zegel

        checks.register(check_zegel, deploy=True)
        checks.register(check_kentekens, deploy=True)
        # No right to delete: a soort that is done with is switched off.
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHEERDER):
            grant_rechten(rol, [f"uitgifte.{verb}_productsoort" for verb in ("add", "change", "view")])
