from django.apps import AppConfig


class BetalingenConfig(AppConfig):
    name = "eloket.betalingen"
    label = "betalingen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.accounts.services import Rol, grant_rechten
        from eloket.betalingen import signalen
        from eloket.betalingen.services import next_bedrag
        from eloket.website.services import register_moment_source

        signalen.connect()
        register_moment_source(next_bedrag)
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR):
            grant_rechten(rol, ["betalingen.view_tarief"])
        grant_rechten(
            Rol.EINDREDACTEUR, [f"betalingen.{verb}_tarief" for verb in ("add", "change", "delete")]
        )
