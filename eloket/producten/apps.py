from django.apps import AppConfig


class ProductenConfig(AppConfig):
    name = "eloket.producten"
    label = "producten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save
        from wagtail.models import PageViewRestriction
        from wagtail.signals import page_published

        from eloket.producten import rechten
        from eloket.producten.digitaal.scherm import voetlink
        from eloket.producten.models import ProductPage
        from eloket.producten.signalen import on_restriction
        from eloket.producten.vertalen import on_published
        from eloket.website.services import register_voetlink

        rechten.grant()
        register_voetlink(voetlink)
        page_published.connect(on_published, sender=ProductPage, dispatch_uid="producten.vertalingen")
        for signal in (post_save, post_delete):
            signal.connect(on_restriction, sender=PageViewRestriction, dispatch_uid="producten.afscherming")
