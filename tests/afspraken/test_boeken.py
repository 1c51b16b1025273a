"""Noor makes an afspraak for her family, moves it and cancels it, through the services."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import transaction

from eloket.afspraken.backends.base import Bereik, TijdBezet, Vol
from eloket.afspraken.models import Afspraak, Afspraaklocatie, Claim, Reservering, Voorval
from eloket.afspraken.services import (
    AfspraakNotFound,
    Contactgegevens,
    Houvast,
    NietTeWijzigen,
    NieuweAfspraak,
    TeVeelAfspraken,
    book_afspraak,
    cancel_afspraak,
    find_afspraak,
    get_afspraak,
    get_bezoek,
    get_houvast,
    hold_tijd,
    list_afspraken_van,
    move_afspraak,
    release_houvast,
)
from eloket.lib.partij import Kvk
from tests.afspraken.factories import MAANDAG, NOW, make_plek, make_soort, make_uitzondering, visit, wall

pytestmark = pytest.mark.django_db
NOOR = Contactgegevens("Noor de Vries", "noor@example.nl", "0612345678")
NEGEN = wall(MAANDAG, 9)
TIEN = wall(MAANDAG, 10)


@pytest.fixture(autouse=True)
def _counter() -> None:
    make_plek(desks=2)
    make_soort(max_personen=6, minuten_per_persoon=5, naam="Paspoort aanvragen", meenemen="Uw oude paspoort")


def hold(begin: datetime = NEGEN, *, houder: str = "noor", form: str = "keuze", personen: int = 4) -> Houvast:
    bezoek = visit(personen=personen)
    return hold_tijd(bezoek, "gemeentehuis", begin, houder=houder, verzoek=form, now=NOW)


def details(houvast: Houvast, *, form: str = "gegevens", **values: object) -> NieuweAfspraak:
    nieuw = NieuweAfspraak(houvast.sleutel, houvast.locatie, NOOR, form)
    return replace(nieuw, **values)


def test_noor_books_for_a_family_of_four() -> None:
    info = book_afspraak(details(hold()), now=NOW)
    assert (info.begin, info.eind - info.begin) == (NEGEN, timedelta(minutes=25))
    assert [(regel.naam, regel.personen) for regel in info.regels] == [("Paspoort aanvragen", 4)]
    assert info.meenemen == ("Uw oude paspoort",)
    assert info.contact == NOOR
    assert find_afspraak(info.toonreferentie.lower()) == info
    assert [each.wat for each in Voorval.objects.all()] == ["geboekt"]


@pytest.mark.parametrize("form", ["gegevens", "the same page, asked for again"])
def test_sent_twice_is_one_afspraak(form: str) -> None:
    houvast = hold()
    first = book_afspraak(details(houvast), now=NOW)
    assert book_afspraak(details(houvast, form=form), now=NOW) == first
    assert Afspraak.objects.count() == 1


def test_who_is_slow_still_has_the_time_while_nobody_needs_it() -> None:
    houvast = hold()
    assert book_afspraak(details(houvast), now=NOW + timedelta(hours=1)).begin == NEGEN


def test_who_is_slow_hears_that_somebody_else_needed_it() -> None:
    slow = hold()
    later = NOW + timedelta(minutes=16)
    for number in range(2):
        hold_tijd(
            visit(personen=4), "gemeentehuis", NEGEN, houder=f"{number}", verzoek=f"{number}", now=later
        )
    with pytest.raises(TijdBezet):
        book_afspraak(details(slow), now=later)
    assert not Afspraak.objects.exists()


def test_a_place_that_closes_between_choosing_and_sending_takes_nobody() -> None:
    houvast = hold()
    make_uitzondering(MAANDAG)
    with pytest.raises(TijdBezet):
        book_afspraak(details(houvast), now=NOW)


def test_a_place_that_is_not_in_use_any_more_takes_nobody() -> None:
    houvast = hold()
    plek = Afspraaklocatie.objects.get()
    plek.actief = False
    plek.save()
    with pytest.raises(TijdBezet):
        book_afspraak(details(houvast), now=NOW)
    release_houvast(houvast.sleutel, houvast.locatie)
    with pytest.raises(Vol):
        hold(form="again")


def test_a_time_that_came_while_somebody_was_writing_is_over() -> None:
    houvast = hold()
    with pytest.raises(TijdBezet):
        book_afspraak(details(houvast), now=NEGEN)


def test_noor_moves_under_the_same_reference() -> None:
    info = book_afspraak(details(hold()), now=NOW)
    moved = move_afspraak(info.id, "gemeentehuis", TIEN, door="", bereik=Bereik.ONLINE, now=NOW)
    assert (moved.referentie, moved.begin, moved.versie) == (info.referentie, TIEN, 1)
    again = move_afspraak(info.id, "gemeentehuis", TIEN, door="", bereik=Bereik.ONLINE, now=NOW)
    assert again == moved
    assert [(each.wat, each.oud_begin, each.nieuw_begin) for each in Voorval.objects.order_by("pk")] == [
        ("geboekt", None, NEGEN),
        ("verzet", NEGEN, TIEN),
    ]


def test_a_move_that_fails_leaves_the_old_time() -> None:
    info = book_afspraak(details(hold()), now=NOW)
    for number in range(2):
        hold(TIEN, houder=f"{number}", form=f"{number}")
    with pytest.raises(TijdBezet):
        move_afspraak(info.id, "gemeentehuis", TIEN, door="", bereik=Bereik.ONLINE, now=NOW)
    assert get_afspraak(info.id) == info
    assert get_bezoek(info.id, bereik=Bereik.ONLINE) == visit(personen=4)


def test_cancelling_gives_the_time_back_and_again_is_no_error() -> None:
    info = book_afspraak(details(hold()), now=NOW)
    assert cancel_afspraak(info.id, door="", now=NOW).geannuleerd
    assert cancel_afspraak(info.id, door="", now=NOW).versie == 1
    assert not Claim.objects.exists()
    assert Voorval.objects.count() == 2


def test_what_is_over_or_cancelled_is_not_moved() -> None:
    info = book_afspraak(details(hold()), now=NOW)
    with pytest.raises(NietTeWijzigen):
        cancel_afspraak(info.id, door="", now=NEGEN)
    cancel_afspraak(info.id, door="", now=NOW)
    with pytest.raises(NietTeWijzigen):
        move_afspraak(info.id, "gemeentehuis", TIEN, door="", bereik=Bereik.ONLINE, now=NOW)
    with pytest.raises(AfspraakNotFound):
        cancel_afspraak(Reservering.objects.get().pk, door="", now=NOW)


@pytest.mark.parametrize(
    "contact",
    [
        Contactgegevens("Iemand", "Noor+handel@Example.nl"),
        Contactgegevens("Iemand", "ander@example.nl", "+31 6 12345678"),
    ],
)
def test_the_same_address_or_telephone_written_otherwise_is_the_same_person(contact: Contactgegevens) -> None:
    make_soort("rijbewijs", max_per_contact=1)
    first, second = (
        hold_tijd(visit("rijbewijs"), "gemeentehuis", begin, houder=form, verzoek=form, now=NOW)
        for form, begin in (("a", NEGEN), ("b", TIEN))
    )
    info = book_afspraak(details(first, form="a"), now=NOW)
    with pytest.raises(TeVeelAfspraken) as refused:
        book_afspraak(details(second, form="b", contact=contact), now=NOW)
    assert (refused.value.soort, refused.value.grens) == ("rijbewijs", 1)
    get_houvast(second.sleutel, "gemeentehuis")  # nothing is lost: cancel the other one and send again
    cancel_afspraak(info.id, door="", now=NOW)
    assert book_afspraak(details(second, form="b", contact=contact), now=NOW).begin == TIEN


def test_an_employee_may_make_one_more() -> None:
    make_soort("rijbewijs", max_per_contact=1)
    for form, begin, ilse in (("a", NEGEN, ""), ("b", TIEN, "ilse")):
        houvast = hold_tijd(visit("rijbewijs"), "gemeentehuis", begin, houder=form, verzoek=form, now=NOW)
        book_afspraak(details(houvast, form=form, medewerker=ilse), now=NOW)
    assert Afspraak.objects.count() == 2


def test_joris_and_his_colleague_see_what_is_of_their_vestiging() -> None:
    vestiging = Kvk("12345678", "000012345678")
    info = book_afspraak(details(hold(), belanghebbende=vestiging), now=NOW)
    assert list_afspraken_van(vestiging, vanaf=NOW) == [info]
    assert list_afspraken_van(Kvk("87654321"), vanaf=NOW) == []
    assert list_afspraken_van(vestiging, vanaf=info.eind) == []


def test_what_its_caller_undoes_leaves_no_ghost() -> None:
    houvast = hold()

    with transaction.atomic():
        book_afspraak(details(houvast), now=NOW)
        transaction.set_rollback(True)
    assert not Afspraak.objects.exists()
    assert get_houvast(houvast.sleutel, "gemeentehuis") == houvast
