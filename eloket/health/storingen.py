"""The same facts in words for residents. What we cannot measure is "onbekend", never "werkt"."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eloket.health.onderdelen import check_zaakregister, read_stand
from eloket.outbox.services import Stand

LATE = timedelta(minutes=5)  # sooner than a monitor's alarm: who waits for a mail looks here first

WERKT, VERTRAGING, STORING, ONBEKEND = "success", "warning", "error", "neutral"
WOORDEN: dict[str, Promise] = {
    WERKT: _("werkt"),
    VERTRAGING: _("vertraging"),
    STORING: _("storing"),
    ONBEKEND: _("onbekend"),
}


@dataclass(frozen=True, slots=True)
class Melding:
    """What we say of one thing that people do. `tone` is that of the status badge."""

    titel: Promise
    tone: str
    uitleg: Promise

    @property
    def woord(self) -> Promise:
        return WOORDEN[self.tone]


def list_meldingen(*, now: datetime) -> list[Melding]:
    """Per thing that people do: does it work now, and what to do when it does not."""
    register_ok = check_zaakregister().ok
    return [
        _aanvragen(_tone(read_stand(now=now, handler_prefix="formulieren."), now), register_ok=register_ok),
        _berichten(_tone(read_stand(now=now, handler_prefix="berichten."), now)),
        _mijn_zaken(register_ok=register_ok),
        Melding(
            _("Inloggen met DigiD of eHerkenning"),
            ONBEKEND,
            _("Wij kunnen niet meten of inloggen werkt. Lukt het niet? Probeer het later opnieuw."),
        ),
    ]


def _tone(stand: Stand | None, now: datetime) -> str:
    """No sign of life of a worker is a delay, also when nothing waits yet."""
    if stand is None:
        return ONBEKEND
    return WERKT if stand.workers and stand.late(now) <= LATE else VERTRAGING


def _aanvragen(tone: str, *, register_ok: bool) -> Melding:
    if tone == WERKT and not register_ok:
        tone = VERTRAGING
    return Melding(
        _("Een aanvraag doen"),
        tone,
        {
            WERKT: _("U kunt een aanvraag doen. Wij nemen die meteen in behandeling."),
            VERTRAGING: _("U kunt een aanvraag doen. Wij bewaren die. U ziet uw zaak later dan normaal."),
        }.get(
            tone, _("Wij weten nu niet of een aanvraag doen werkt. Lukt het niet? Probeer het later opnieuw.")
        ),
    )


def _berichten(tone: str) -> Melding:
    return Melding(
        _("E-mail van ons krijgen"),
        tone,
        {
            WERKT: _("U krijgt onze e-mails binnen een paar minuten."),
            VERTRAGING: _("Onze e-mails komen later aan. U hoeft niets te doen."),
        }.get(tone, _("Wij weten nu niet of onze e-mails op tijd aankomen.")),
    )


def _mijn_zaken(*, register_ok: bool) -> Melding:
    if register_ok:
        return Melding(_("Uw zaken bekijken"), WERKT, _("U kunt uw zaken bekijken."))
    text = _("U kunt uw zaken nu niet bekijken. Er is niets verloren. Probeer het later opnieuw.")
    return Melding(_("Uw zaken bekijken"), STORING, text)
