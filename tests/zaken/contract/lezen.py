"""Opening and reading, for every register."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from eloket.lib.partij import Contact, Kvk, Rsin
from eloket.zaken.backends.base import (
    NieuweZaak,
    RegisterUnavailable,
    Volgorde,
    Zaak,
    ZaakBackend,
    Zaakfilter,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.factories import GEHEIM, KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak

LATER = NOW + timedelta(days=1)
JORIS = Kvk("12345678")


def numbers(zaken: tuple[Zaak, ...]) -> list[str]:
    return [zaak.identificatie for zaak in zaken]


def lose_the_answer(create_zaak: Callable[..., Any], nieuw: NieuweZaak) -> None:
    """The register does its work, and nobody hears of it."""
    create_zaak(nieuw, now=NOW)
    raise RegisterUnavailable("geen antwoord binnen 10 seconden")


class ZaakBackendContract:
    """What two screens need."""

    def test_a_zaak_comes_back_as_it_was_opened(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        zaak = register.get_zaak("ELK-2026-0000042", voor=NOOR)
        assert (zaak.omschrijving, zaak.startdatum, zaak.is_open) == (
            "Verhuizing doorgeven",
            NOW.date(),
            True,
        )
        assert zaak.zaaktype.identificatie == "aanvraag"

    def test_the_first_status_is_the_one_with_the_lowest_volgnummer(self, register: ZaakBackend) -> None:
        zaak = register.create_zaak(new_zaak(), now=NOW)
        assert zaak.status is not None
        assert zaak.status.statustype == zaak.zaaktype.statustypen[0]
        assert [step.is_eind for step in zaak.zaaktype.statustypen] == [False, False, True]

    def test_the_same_number_twice_is_one_zaak(self, register: ZaakBackend) -> None:
        first = register.create_zaak(new_zaak(), now=NOW)
        second = register.create_zaak(new_zaak(omschrijving="Nog een keer"), now=LATER)
        assert second == first
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 1

    def test_somebody_elses_zaak_is_not_found(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-0000042", voor=VREEMDE)
        assert register.list_zaken(voor=VREEMDE, page=1, page_size=20).items == ()

    def test_a_number_nobody_has_is_not_found(self, register: ZaakBackend) -> None:
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-9999999", voor=NOOR)

    def test_a_bsn_and_an_rsin_with_the_same_digits_are_two_people(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-0000042", voor=Rsin(NOOR.nummer))

    def test_a_business_finds_its_own(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(belanghebbende=Kvk("12345678")), now=NOW)
        assert register.get_zaak("ELK-2026-0000042", voor=Kvk("12345678")).is_open

    def test_an_email_address_opens_no_list(self, register: ZaakBackend) -> None:
        someone = Contact("noor@example.org", bevestigd=True)
        register.create_zaak(new_zaak(belanghebbende=someone), now=NOW)
        with pytest.raises(TypeError):
            register.list_zaken(voor=someone, page=1, page_size=20)  # type: ignore[arg-type]

    def test_a_zaak_of_nobody_is_in_nobodys_list(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(belanghebbende=None), now=NOW)
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 0

    def test_who_acts_for_noor_does_not_see_her_zaak(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(handelende=VREEMDE, machtiging="mandate-1"), now=NOW)
        assert register.list_zaken(voor=VREEMDE, page=1, page_size=20).total == 0
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 1

    def test_paging_gives_each_zaak_once_and_the_newest_first(self, register: ZaakBackend) -> None:
        for day in range(5):
            changes = {"identificatie": f"ELK-{day}", "startdatum": NOW.date() + timedelta(days=day)}
            register.create_zaak(new_zaak(**changes), now=NOW)
        pages = [register.list_zaken(voor=NOOR, page=page, page_size=2) for page in (1, 2, 3)]
        found = [number for page in pages for number in numbers(page.items)]
        assert found == ["ELK-4", "ELK-3", "ELK-2", "ELK-1", "ELK-0"]
        assert [page.next for page in pages] == [2, 3, None]

    @pytest.fixture
    def fill(self, register: ZaakBackend) -> Callable[[str, int], None]:
        """Copies of a zaak; a register that can do it faster has a fixture of its own."""

        def fill(identificatie: str, number: int) -> None:
            for each in range(number):
                register.create_zaak(new_zaak(identificatie=f"VEEL-{each}", belanghebbende=JORIS), now=NOW)

        return fill

    def test_a_business_with_ten_thousand_zaken_turns_the_pages(
        self, register: ZaakBackend, fill: Callable[[str, int], None]
    ) -> None:
        register.create_zaak(new_zaak(belanghebbende=JORIS), now=NOW)
        fill("ELK-2026-0000042", 9_999)
        first = register.list_zaken(voor=JORIS, page=1, page_size=20)
        assert (first.total, first.pages, len(first.items)) == (10_000, 500, 20)
        pages = [first, *(register.list_zaken(voor=JORIS, page=page, page_size=20) for page in (2, 499, 500))]
        found = [number for page in pages for number in numbers(page.items)]
        assert len(set(found)) == 80
        assert found[-1] == "ELK-2026-0000042"
        one = register.list_zaken(voor=JORIS, page=1, page_size=20, filter=Zaakfilter(zoek=found[0]))
        assert numbers(one.items) == [found[0]]

    def test_a_page_beyond_the_end_is_the_last_one(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        page = register.list_zaken(voor=NOOR, page=99, page_size=20)
        assert (page.page, numbers(page.items)) == (1, ["ELK-2026-0000042"])

    def test_noor_finds_by_number_and_by_what_it_is_about(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        register.create_zaak(new_zaak(identificatie="ELK-7", omschrijving="Kapvergunning eik"), now=NOW)
        for zoek, expected in (
            ("elk-7", ["ELK-7"]),
            ("kapVERGUNNING", ["ELK-7"]),
            ("verhuizing", ["ELK-2026-0000042"]),
            ("bestaat niet", []),
            ("%", []),
        ):
            found = register.list_zaken(voor=NOOR, page=1, page_size=20, filter=Zaakfilter(zoek=zoek))
            assert numbers(found.items) == expected, zoek
            assert found.total == len(expected)

    def test_a_search_finds_nothing_of_somebody_else(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        found = register.list_zaken(voor=VREEMDE, page=1, page_size=20, filter=Zaakfilter(zoek="ELK"))
        assert (found.items, found.total) == ((), 0)

    @pytest.mark.parametrize("volgorde", [Volgorde.NIEUWSTE, Volgorde.OUDSTE])
    def test_noor_sorts_by_age(self, register: ZaakBackend, volgorde: Volgorde) -> None:
        for day in range(3):
            changes = {"identificatie": f"ELK-{day}", "startdatum": NOW.date() + timedelta(days=day)}
            register.create_zaak(new_zaak(**changes), now=NOW)
        page = register.list_zaken(voor=NOOR, page=1, page_size=20, filter=Zaakfilter(volgorde=volgorde))
        oldest_first = ["ELK-0", "ELK-1", "ELK-2"]
        assert numbers(page.items) == (
            oldest_first if volgorde == Volgorde.OUDSTE else list(reversed(oldest_first))
        )

    def test_open_zaken_only(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(), now=NOW)
        for open_zaken, expected in ((True, 1), (False, 0), (None, 1)):
            wanted = Zaakfilter(open_zaken=open_zaken)
            assert register.list_zaken(voor=NOOR, page=1, page_size=20, filter=wanted).total == expected

    def test_an_unknown_outcome_ends_in_one_zaak(self, register: ZaakBackend) -> None:
        """The answer got lost, so whoever asked tries again, and again after that."""
        lost = register.create_zaak
        with pytest.raises(RegisterUnavailable):
            lose_the_answer(lost, new_zaak())
        again = register.create_zaak(new_zaak(), now=LATER)
        assert again.registratiedatum == NOW.date()
        assert len(again.statussen) == 1
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 1

    def test_what_is_too_confidential_is_not_found(self, register: ZaakBackend) -> None:
        register.create_zaak(new_zaak(zaaktype=GEHEIM), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.get_zaak("ELK-2026-0000042", voor=NOOR)
        assert register.list_zaken(voor=NOOR, page=1, page_size=20).total == 0

    def test_an_unknown_zaaktype_is_refused_with_the_reason(self, register: ZaakBackend) -> None:
        with pytest.raises(ZaakRejected, match="bestaat-niet"):
            register.create_zaak(new_zaak(zaaktype="bestaat-niet"), now=NOW)

    def test_more_than_zgw_holds_is_refused(self, register: ZaakBackend) -> None:
        with pytest.raises(ZaakRejected, match="omschrijving"):
            register.create_zaak(new_zaak(omschrijving="x" * 81), now=NOW)
        with pytest.raises(ZaakRejected, match="identificatie"):
            register.create_zaak(new_zaak(identificatie="x" * 41), now=NOW)

    def test_the_default_zaaktype_is_listed_with_its_steps(self, register: ZaakBackend) -> None:
        assert "aanvraag" in [each.identificatie for each in register.list_zaaktypen(op=NOW.date())]
        zaaktype = register.get_zaaktype("aanvraag", op=NOW.date())
        assert zaaktype is not None
        assert [step.volgnummer for step in zaaktype.statustypen] == [1, 2, 3]
        assert register.get_zaaktype("bestaat-niet", op=NOW.date()) is None

    def test_a_zaaktype_tells_who_takes_part_and_what_is_decided(self, register: ZaakBackend) -> None:
        zaaktype = register.get_zaaktype(KAPVERGUNNING, op=NOW.date())
        assert zaaktype is not None
        assert [(rol.omschrijving, rol.generiek) for rol in zaaktype.roltypen] == [("Aanvrager", "initiator")]
        assert [(soort.omschrijving.nl, soort.reactietermijn) for soort in zaaktype.besluittypen] == [
            ("Besluit op aanvraag", "P6W")
        ]

    def test_it_says_that_it_answers(self, register: ZaakBackend) -> None:
        register.check()
