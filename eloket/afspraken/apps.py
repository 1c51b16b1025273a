from django.apps import AppConfig


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
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR):
            grant_rechten(rol, ["afspraken.view_afspraaksoort"])
        grant_rechten(Rol.EINDREDACTEUR, ["afspraken.add_afspraaksoort", "afspraken.change_afspraaksoort"])
