"""The proof of each message: whole, of one person only, and nobody changes it unseen."""

from datetime import timedelta
from typing import Any

import pytest

from eloket.berichten.models import Bericht, Feit, Regel
from eloket.berichten.services import list_berichten, note_gelezen
from eloket.berichten.services.grootboek import check_bewijs, note
from eloket.lib.partij import Bsn, Kvk
from tests.berichten.test_berichten import NOOR, NOW, feiten, send

pytestmark = pytest.mark.django_db

JORIS = Kvk("12345678")


@pytest.fixture
def bericht() -> Bericht:
    pk = send(sjabloon="zaak_status", partij=NOOR)
    row = Bericht.objects.get(pk=pk)
    note(row, Feit.GEMELD, now=NOW + timedelta(minutes=1))
    note(row, Feit.GELEZEN, now=NOW + timedelta(hours=1))
    return row


@pytest.mark.kern
def test_noor_sees_what_happened_and_joris_sees_nothing_of_it(bericht: Bericht) -> None:
    (mine,) = list_berichten(voor=NOOR, page=1).items
    assert (mine.zaak, mine.klopt) == ("ELK-2026-0000001", True)
    assert [each.feit for each in mine.boekingen] == [Feit.GEPLAATST, Feit.GEMELD, Feit.GELEZEN]
    assert not list_berichten(voor=JORIS, page=1).items
    assert not list_berichten(voor=Bsn("999990044"), page=1).items


@pytest.mark.parametrize(
    "tamper",
    [
        lambda row: Regel.objects.filter(bericht=row, feit=Feit.GEMELD).update(at=NOW + timedelta(days=3)),
        lambda row: Regel.objects.filter(bericht=row, feit=Feit.GELEZEN).update(feit=Feit.TERUG),
        lambda row: Regel.objects.filter(bericht=row, feit=Feit.GEMELD).delete(),
        lambda row: Regel.objects.filter(bericht=row, feit=Feit.GELEZEN).delete(),  # the last one too
        lambda row: Regel.objects.filter(bericht=row).delete(),
        lambda row: Regel.objects.create(
            bericht=row, volgnummer=4, feit=Feit.TERUG, at=NOW, hash=row.ketting or "0" * 64
        ),
    ],
)
def test_f32_a_break_in_the_chain_is_found_and_shown(bericht: Bericht, tamper: Any) -> None:
    assert check_bewijs() == 0
    tamper(Bericht.objects.get(pk=bericht.pk))
    assert check_bewijs() == 1
    assert not Bericht.objects.get(pk=bericht.pk).bewijs_klopt
    assert not list_berichten(voor=NOOR, page=1).items[0].klopt


def test_a_new_key_leaves_old_proof_whole(bericht: Bericht, settings: Any) -> None:
    settings.ELOKET_KEYS = ["een-nieuwe-sleutel-die-lang-genoeg-is-voor-de-test", *settings.ELOKET_KEYS]
    note(bericht, Feit.BRIEF_NODIG, now=NOW + timedelta(hours=2))
    assert list_berichten(voor=NOOR, page=1).items[0].klopt


def test_opening_the_zaak_reads_what_was_written_about_it_once_and_only_by_its_own_person() -> None:
    pk = send(sjabloon="zaak_status", partij=NOOR)
    note_gelezen(zaak="ELK-2026-0000001", voor=JORIS, now=NOW)
    note_gelezen(zaak="ELK-2026-9999999", voor=NOOR, now=NOW)
    assert feiten(pk) == [Feit.GEPLAATST]
    for _time in range(2):
        note_gelezen(zaak="ELK-2026-0000001", voor=NOOR, now=NOW)
    assert feiten(pk) == [Feit.GEPLAATST, Feit.GELEZEN]


def test_a_ledger_costs_as_much_for_many_as_for_one(bericht: Bericht, django_assert_num_queries: Any) -> None:
    for number in range(5):
        send(sjabloon="zaak_status", partij=NOOR, key=f"meer:{number}")
    with django_assert_num_queries(3):
        assert len(list_berichten(voor=NOOR, page=1).items) == 6
