from django.apps import AppConfig


class ProductenConfig(AppConfig):
    name = "eloket.producten"
    label = "producten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save
        from wagtail.models import PageViewRestriction

        from eloket.accounts.services import Rol, grant_rechten
        from eloket.producten.digitaal.scherm import voetlink
        from eloket.producten.signalen import on_restriction
        from eloket.website.services import register_voetlink

        for signal in (post_save, post_delete):
            signal.connect(on_restriction, sender=PageViewRestriction, dispatch_uid="producten.afscherming")
        register_voetlink(voetlink)
        for rol in (Rol.REDACTEUR, Rol.EINDREDACTEUR):
            grant_rechten(rol, ["producten.view_uniformeproductnaam", "producten.view_organisatie"])
            grant_rechten(rol, ["producten.view_waardering"])
            grant_rechten(rol, [f"producten.{verb}_tekstblok" for verb in ("view", "add", "change")])
        grant_rechten(Rol.EINDREDACTEUR, ["producten.delete_tekstblok"])
        grant_rechten(Rol.EINDREDACTEUR, ["producten.add_organisatie", "producten.change_organisatie"])
        grant_rechten(Rol.EINDREDACTEUR, ["producten.publish_incomplete"])
        # Name, look and emergency banner of the whole site; website stands beside accounts and cannot grant.
        locaties = [f"website.{verb}_locatie" for verb in ("add", "change", "delete", "view")]
        grant_rechten(Rol.EINDREDACTEUR, ["website.change_instellingen", *locaties])
