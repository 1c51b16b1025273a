"""Asking Noor for what is missing: the clock stands still until she answers, or until it is too late."""

from datetime import date, timedelta
from typing import Any

import pytest

from eloket.zaken.backends.base import (
    AlBeantwoord,
    NieuwAntwoord,
    NieuweStatus,
    NieuwVerzoek,
    Zaak,
    ZaakNotFound,
    ZaakRejected,
)
from tests.zaken.contract.documenten import make_id, new_document
from tests.zaken.contract.stilstand import ask
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, VREEMDE, new_zaak

TODAY = NOW.date()
LAST = TODAY + timedelta(days=14)
ZAAK = "ELK-2026-0000042"
ID = "6a2f3c1e-0f5b-4a57-8a3e-3d0c5b7e1a01"


def question(**changes: Any) -> NieuwVerzoek:
    fields: dict[str, Any] = {
        "id": ID,
        "vraag": "Stuur een tekening van de boom in uw tuin.",
        "hersteltermijn": LAST,
        "informatieobjecttype": "Bewijs",
        "door": "Kees",
    }
    return NieuwVerzoek(**fields | changes)


def drawing(**changes: Any) -> NieuwAntwoord:
    document = new_document(
        id=make_id(1), titel="tekening.pdf", informatieobjecttype="", tonen_aan_initiator=False
    )
    return NieuwAntwoord(**{"tekst": "Hier is hij", "documenten": (document,)} | changes)


class AanvullendContract:
    """For a register that asks a resident for what is missing."""

    @pytest.fixture(autouse=True)
    def kap(self, register: Any) -> Zaak:
        opened: Zaak = register.create_zaak(new_zaak(zaaktype=KAPVERGUNNING), now=NOW)
        return opened

    def answer(self, register: Any, antwoord: NieuwAntwoord, *, days: int = 5, id: str = ID) -> Any:
        return register.answer_aanvulling(ZAAK, id, antwoord, voor=NOOR, now=NOW + timedelta(days=days))

    def test_the_clock_stands_still_from_the_day_after_the_question(self, register: Any) -> None:
        verzoek = register.request_aanvulling(ZAAK, question(), now=NOW)
        assert (verzoek.gevraagd_op, verzoek.hersteltermijn, verzoek.is_beantwoord) == (TODAY, LAST, False)
        zaak = register.get_zaak(ZAAK, voor=NOOR)
        assert (zaak.is_opgeschort, zaak.hersteltermijn) == (True, LAST)
        assert [each.van for each in zaak.opschortingen] == [TODAY + timedelta(days=1)]
        assert [status.statustype.volgnummer for status in zaak.statussen] == [1]

    def test_noor_reads_what_is_asked_and_not_by_whom(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        (verzoek,) = register.list_verzoeken(ZAAK, voor=NOOR)
        assert (verzoek.vraag, verzoek.informatieobjecttype) == (question().vraag, "Bewijs")
        assert verzoek.door == ""
        assert "tekening" not in repr(verzoek)
        assert register.get_dossier(ZAAK).verzoeken[0].door == "Kees"

    def test_the_same_question_twice_is_one(self, register: Any) -> None:
        first = register.request_aanvulling(ZAAK, question(), now=NOW)
        assert register.request_aanvulling(ZAAK, question(vraag="Anders"), now=NOW) == first
        assert register.list_verzoeken(ZAAK, voor=NOOR)[0].vraag == question().vraag

    def test_from_the_day_of_the_answer_the_clock_goes_on(self, register: Any, kap: Zaak) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        verzoek = self.answer(register, drawing())
        assert verzoek.beantwoord_op == NOW + timedelta(days=5)
        zaak = register.get_zaak(ZAAK, voor=NOOR)
        assert (zaak.is_opgeschort, zaak.opschortingen[0].tot) == (False, TODAY + timedelta(days=5))
        assert kap.uiterlijke_einddatum_afdoening is not None
        assert zaak.uiterlijke_einddatum_afdoening >= kap.uiterlijke_einddatum_afdoening + timedelta(days=4)

    def test_the_drawing_is_a_document_of_the_kind_that_was_asked_and_noor_sees_it(
        self, register: Any
    ) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        verzoek = self.answer(register, drawing())
        (document,) = register.list_documenten(ZAAK, voor=NOOR)
        assert (document.titel, document.informatieobjecttype) == ("tekening.pdf", "Bewijs")
        assert verzoek.documenten == (document.id,)

    @pytest.mark.parametrize("days", [0, 1])
    def test_an_answer_at_once_costs_the_gemeente_no_day(self, register: Any, days: int, kap: Zaak) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        self.answer(register, drawing(), days=days)
        zaak = register.get_zaak(ZAAK, voor=NOOR)
        assert (zaak.is_opgeschort, zaak.opschortingen[0].tot) == (False, TODAY + timedelta(days=1))
        assert zaak.uiterlijke_einddatum_afdoening == kap.uiterlijke_einddatum_afdoening

    def test_the_same_answer_twice_is_one_and_another_is_refused(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        first = self.answer(register, drawing())
        assert self.answer(register, drawing(), days=6) == first
        for other in (drawing(tekst="Toch anders"), drawing(documenten=())):
            with pytest.raises(AlBeantwoord):
                self.answer(register, other, days=6)
        assert len(register.list_documenten(ZAAK, voor=NOOR)) == 1

    def test_an_answer_that_comes_late_is_taken_and_moves_no_date(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        self.answer(register, drawing(), days=20)
        zaak = register.get_zaak(ZAAK, voor=NOOR)
        assert [each.tot for each in zaak.opschortingen] == [LAST]
        assert register.list_verzoeken(ZAAK, voor=NOOR)[0].is_beantwoord

    def test_the_register_tells_whose_last_day_has_passed(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        assert register.list_verstreken(op=LAST, limit=10) == ()
        assert register.list_verstreken(op=LAST + timedelta(days=1), limit=10) == (ZAAK,)
        self.answer(register, drawing())
        assert register.list_verstreken(op=LAST + timedelta(days=1), limit=10) == ()

    def test_after_the_answer_there_can_be_a_second_question(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        with pytest.raises(ZaakRejected, match="al een vraag"):
            register.request_aanvulling(ZAAK, question(id=make_id(2)), now=NOW)
        self.answer(register, drawing())
        later = NOW + timedelta(days=6)
        register.request_aanvulling(
            ZAAK, question(id=make_id(2), hersteltermijn=LAST + timedelta(days=9)), now=later
        )
        assert len(register.list_verzoeken(ZAAK, voor=NOOR)) == 2

    def test_a_stranger_neither_reads_nor_answers(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.list_verzoeken(ZAAK, voor=VREEMDE)
        with pytest.raises(ZaakNotFound):
            register.answer_aanvulling(ZAAK, ID, drawing(), voor=VREEMDE, now=NOW)
        assert register.list_documenten(ZAAK, voor=NOOR) == ()

    @pytest.mark.parametrize("id", ["geen uuid", make_id(9)])
    def test_nobody_answers_what_was_not_asked(self, register: Any, id: str) -> None:
        with pytest.raises(ZaakNotFound):
            self.answer(register, drawing(), id=id)
        with pytest.raises(ZaakNotFound):
            register.set_verzoek_gezien(ZAAK, id, door="Kees", now=NOW)

    def test_a_question_belongs_to_one_zaak(self, register: Any) -> None:
        register.create_zaak(new_zaak(identificatie="ELK-2", zaaktype=KAPVERGUNNING), now=NOW)
        register.request_aanvulling(ZAAK, question(), now=NOW)
        with pytest.raises(ZaakRejected, match="andere zaak"):
            register.request_aanvulling("ELK-2", question(), now=NOW)
        with pytest.raises(ZaakNotFound):
            register.answer_aanvulling("ELK-2", ID, drawing(), voor=NOOR, now=NOW)

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"vraag": "  "}, "vraag"),
            ({"vraag": "x" * 2001}, "vraag"),
            ({"hersteltermijn": TODAY}, "laatste dag"),
            ({"hersteltermijn": date(2020, 1, 1)}, "laatste dag"),
            ({"informatieobjecttype": "Rijbewijs"}, "Rijbewijs"),
            ({"informatieobjecttype": "Advies"}, "Advies"),  # internal: no resident sends it
        ],
    )
    def test_what_cannot_be_asked_is_refused(
        self, register: Any, changes: dict[str, Any], reason: str
    ) -> None:
        with pytest.raises(ZaakRejected, match=reason):
            register.request_aanvulling(ZAAK, question(**changes), now=NOW)
        assert register.get_dossier(ZAAK).verzoeken == ()
        assert not register.get_zaak(ZAAK, voor=NOOR).is_opgeschort

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [({"tekst": " ", "documenten": ()}, "tekst of documenten"), ({"tekst": "x" * 4001}, "antwoord")],
    )
    def test_an_empty_answer_or_a_book_is_refused(
        self, register: Any, changes: dict[str, Any], reason: str
    ) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        with pytest.raises(ZaakRejected, match=reason):
            self.answer(register, drawing(**changes))
        assert register.get_zaak(ZAAK, voor=NOOR).is_opgeschort

    def test_while_the_clock_stands_still_for_another_reason_nothing_is_asked(self, register: Any) -> None:
        register.suspend_zaak(ZAAK, ask(), now=NOW)
        with pytest.raises(ZaakRejected, match="al stil"):
            register.request_aanvulling(ZAAK, question(), now=NOW)
        assert register.get_dossier(ZAAK).verzoeken == ()

    def test_a_closed_zaak_neither_asks_nor_takes(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        later = NOW + timedelta(days=3)
        register.set_status(ZAAK, NieuweStatus(2, later, resultaat="Verleend"), now=later)
        with pytest.raises(ZaakRejected, match="gesloten"):
            self.answer(register, drawing())
        with pytest.raises(ZaakRejected, match="gesloten"):
            register.request_aanvulling(ZAAK, question(id=make_id(2)), now=later)

    def test_a_colleague_looks_once(self, register: Any) -> None:
        register.request_aanvulling(ZAAK, question(), now=NOW)
        (verzoek,) = register.get_dossier(ZAAK).verzoeken
        assert not verzoek.wants_attention(LAST)
        assert verzoek.wants_attention(LAST + timedelta(days=1))
        self.answer(register, drawing())
        (verzoek,) = register.get_dossier(ZAAK).verzoeken
        assert verzoek.wants_attention(TODAY)
        register.set_verzoek_gezien(ZAAK, ID, door="Kees", now=NOW)
        (verzoek,) = register.get_dossier(ZAAK).verzoeken
        assert not verzoek.wants_attention(TODAY)
