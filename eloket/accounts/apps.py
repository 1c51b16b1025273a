from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "eloket.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from eloket.accounts.checks import check_accounts
        from eloket.accounts.groepen import sync_rollen
        from eloket.lib.checks import check_namen

        register(check_accounts)
        register(check_namen)
        post_migrate.connect(sync_rollen, dispatch_uid="eloket.accounts.rollen")
