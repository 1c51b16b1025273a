"""By which way a message reaches Noor: what she chose, and a letter where the law asks for one."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail

from eloket.berichten.models import Bericht, Brieftaak, Feit, Kanaal, Reden, Status, Voorkeur
from eloket.berichten.services import InvalidAdres, send_bericht
from eloket.berichten.services.toestemmingen import has_toestemming, set_toestemming
from eloket.berichten.soorten import Aard
from eloket.lib.mailcode import adres_sleutel
from eloket.lib.partij import Contact, Kvk, Partij, zoeksleutel
from eloket.outbox.services import run_due
from tests.berichten.test_berichten import NOOR, NOW, feiten

pytestmark = pytest.mark.django_db

OWN, FORM = "noor@thuis.nl", "noor@formulier.nl"


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


def choose(**values: Any) -> Voorkeur:
    given = {"adres": OWN, "adres_sleutel": adres_sleutel(OWN), "bevestigd_at": NOW, "changed_at": NOW}
    return Voorkeur.objects.create(persoon=zoeksleutel(NOOR), **{**given, **values})


def send(sjabloon: str, *, partij: Partij | None = NOOR, email: str = FORM, **values: Any) -> Bericht:
    gegevens = {"reference": "ELK-2026-0000001", "link": "/mijn-zaken/ELK-2026-0000001/"}
    pk = send_bericht(
        sjabloon=sjabloon,
        email=email,
        gegevens=gegevens,
        taal="nl",
        key=f"{sjabloon}:{Bericht.objects.count()}",
        now=NOW,
        partij=partij,
        **values,
    )
    run_due(now=NOW)
    return Bericht.objects.get(pk=pk)


def mailed() -> list[str]:
    return [address for each in mail.outbox for address in each.to]


def test_noor_who_never_chose_anything_hears_on_the_address_of_her_form() -> None:
    send("zaak_status")
    assert mailed() == [FORM]
    assert not Brieftaak.objects.exists()


def test_filling_in_an_address_is_no_consent_so_a_besluit_goes_by_letter_as_well() -> None:
    bericht = send("zaak_besluit", uiterlijk=date(2027, 5, 10))
    assert mailed() == [FORM]
    assert Brieftaak.objects.get().reden == Reden.GEEN_TOESTEMMING
    assert feiten(str(bericht.pk)) == [Feit.GEPLAATST, Feit.BRIEF_NODIG, Feit.GEMELD]


def test_with_consent_a_besluit_is_mailed_to_her_own_address_and_no_letter_goes() -> None:
    choose()
    set_toestemming(NOOR, Aard.BESLUIT, gegeven=True, now=NOW)
    send("zaak_besluit")
    assert mailed() == [OWN]
    assert not Brieftaak.objects.exists()


def test_consent_is_per_kind_of_message() -> None:
    choose()
    set_toestemming(NOOR, Aard.BESLUIT, gegeven=True, now=NOW)
    send("zaak_aanvulling")
    assert Brieftaak.objects.get().bericht.aard == Aard.VERZOEK


def test_after_withdrawal_it_is_letters_again_and_no_mail() -> None:
    choose()
    set_toestemming(NOOR, Aard.BESLUIT, gegeven=True, now=NOW)
    assert set_toestemming(NOOR, Aard.BESLUIT, gegeven=False, now=NOW + timedelta(days=1))
    assert not has_toestemming(NOOR, Aard.BESLUIT)
    bericht = send("zaak_besluit")
    assert mailed() == []
    assert (bericht.kanaal, bericht.adres) == (Kanaal.MIJN_ZAKEN, "")
    assert Brieftaak.objects.get().reden == Reden.GEEN_TOESTEMMING


def test_who_wants_no_mail_about_news_finds_it_in_mijn_zaken() -> None:
    choose(nieuws=False)
    bericht = send("zaak_status")
    assert mailed() == []
    assert (bericht.kanaal, bericht.status) == (Kanaal.MIJN_ZAKEN, Status.VERZONDEN)
    assert not Brieftaak.objects.exists()


def test_an_address_that_does_not_work_gets_nothing_and_a_besluit_becomes_a_letter() -> None:
    choose(werkt_niet_sinds=NOW)
    set_toestemming(NOOR, Aard.BESLUIT, gegeven=True, now=NOW)
    send("zaak_status")
    send("zaak_besluit")
    assert mailed() == []
    assert Brieftaak.objects.get().reden == Reden.GEEN_ADRES


def test_a_receipt_goes_to_the_address_that_was_just_filled_in() -> None:
    choose(nieuws=False)
    send("aanvraag_ontvangen")
    assert mailed() == [FORM]


@pytest.mark.parametrize("partij", [None, Contact("piet@voorbeeld.nl")])
def test_who_never_logged_in_gets_the_mail_and_stands_in_nobodys_ledger(partij: Partij | None) -> None:
    bericht = send("zaak_status", partij=partij, email="piet@voorbeeld.nl")
    assert mailed() == ["piet@voorbeeld.nl"]
    assert bericht.persoon == ""


def test_without_address_a_business_that_logs_in_finds_it_and_a_stranger_is_refused() -> None:
    assert send("zaak_status", partij=Kvk("12345678"), email="").kanaal == Kanaal.MIJN_ZAKEN
    with pytest.raises(InvalidAdres):
        send("zaak_status", partij=None, email="")
    bericht = send("zaak_status", partij=Contact("piet@voorbeeld.nl"), email="")
    assert Brieftaak.objects.get(bericht=bericht).reden == Reden.GEEN_ADRES
