"""Is the way to reach people set up?"""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage
from django.core.exceptions import ImproperlyConfigured

from eloket.berichten.backends import get_backend


@checks.register()
def backends(**kwargs: Any) -> list[CheckMessage]:
    """Every kanaal of ELOKET_BERICHTEN can be built."""
    return [message for kanaal in settings.ELOKET_BERICHTEN for message in _check(kanaal)]


@checks.register(deploy=True)
def mailserver(**kwargs: Any) -> list[CheckMessage]:
    """In production mail goes to a mail server, from an address of the gemeente."""
    messages: list[CheckMessage] = []
    if not settings.ELOKET_SMTP_URL:
        hint = "Zet ELOKET_SMTP_URL=smtp://gebruiker:wachtwoord@machine:587?tls=1."
        messages.append(
            checks.Warning(
                "E-mail wordt niet verstuurd maar in bestanden bewaard.", hint=hint, id="berichten.W001"
            )
        )
    if settings.DEFAULT_FROM_EMAIL.endswith(".example"):
        hint = "Zet ELOKET_AFZENDER op een adres van de gemeente."
        messages.append(
            checks.Warning("E-mail heeft het adres van de demo als afzender.", hint=hint, id="berichten.W002")
        )
    return messages


def _check(kanaal: str) -> list[CheckMessage]:
    try:
        get_backend(kanaal)
    except (ImproperlyConfigured, ImportError, KeyError, TypeError) as error:
        hint = "Controleer ELOKET_BERICHTEN."
        return [
            checks.Error(
                f"Het kanaal {kanaal!r} is niet te gebruiken: {error}", hint=hint, id="berichten.E001"
            )
        ]
    return []
