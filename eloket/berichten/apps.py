from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "eloket.berichten"
    label = "berichten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from eloket.accounts.services import Rol, grant_rechten
        from eloket.berichten import checks  # noqa: F401 — registers itself
        from eloket.berichten.beheer.sjablonen import ensure_sjablonen

        # No right to add or delete: there is one text for each kind of message.
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR):
            grant_rechten(
                rol, [f"berichten.{verb}_berichtsjabloon" for verb in ("view", "change", "publish")]
            )
        for rol in (Rol.BEHANDELAAR, Rol.BEHEERDER):
            grant_rechten(rol, ["berichten.view_brieftaak", "berichten.change_brieftaak"])
        post_migrate.connect(ensure_sjablonen, sender=self, dispatch_uid="berichten.sjablonen")
