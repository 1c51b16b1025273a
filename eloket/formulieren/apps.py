from django.apps import AppConfig


class FormulierenConfig(AppConfig):
    name = "eloket.formulieren"
    label = "formulieren"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import published

        from eloket.accounts.services import Rol, grant_rechten
        from eloket.formulieren.models import Formulier
        from eloket.formulieren.services.keuzes import list_keuzes
        from eloket.formulieren.services.publicatie import on_published
        from eloket.uitgifte.services import provide_formulieren

        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHEERDER):
            grant_rechten(rol, ["formulieren.view_registercontrole"])
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR):
            grant_rechten(rol, ["formulieren.view_telling"])
        grant_rechten(Rol.BEHEERDER, ["formulieren.view_logregel", "formulieren.view_levering"])
        grant_rechten(
            Rol.BEHEERDER, [f"formulieren.{verb}_webhook" for verb in ("add", "change", "delete", "view")]
        )
        provide_formulieren(list_keuzes)
        published.connect(on_published, sender=Formulier, dispatch_uid="formulieren.versie")
