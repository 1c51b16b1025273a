from django.apps import AppConfig

INRICHTING = ("afspraaklocatie", "agenda", "vaardigheid", "afspraaksoort", "openingsregel", "uitzondering")


class AfsprakenConfig(AppConfig):
    name = "eloket.afspraken"
    label = "afspraken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.accounts.services import Rol, grant_rechten
        from eloket.afspraken import signalen
        from eloket.afspraken.planner import register_planner
        from eloket.afspraken.services.agendaplanner import Agendaplanner

        signalen.connect()
        register_planner(Agendaplanner())
        for rol in Rol:
            grant_rechten(rol, [f"afspraken.view_{name}" for name in INRICHTING])
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR):
            verbs = ("add", "change", "delete")
            grant_rechten(rol, [f"afspraken.{verb}_{name}" for verb in verbs for name in INRICHTING])
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHEERDER):
            grant_rechten(rol, ["afspraken.view_eerstemogelijkheid"])
        # Who comes, and who arrived: only for those who meet them.
        for rol in (Rol.BEHANDELAAR, Rol.KCC):
            grant_rechten(rol, ["afspraken.view_afspraak", "afspraken.change_afspraak"])
