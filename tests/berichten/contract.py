"""What every BerichtBackend must do, whatever kanaal it speaks. Subclass it per backend."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from eloket.berichten.backends.base import (
    BerichtBackend,
    BerichtGeweigerd,
    BerichtTijdelijk,
    Uitgaand,
)

NOOR = "noor@voorbeeld.nl"


def make_uitgaand(**values: object) -> Uitgaand:
    bericht = Uitgaand(
        id="7b6e0f0e-6a2f-4f3a-9d39-0f5f7f1f7a11",
        adres=NOOR,
        onderwerp="Wij hebben uw aanvraag ontvangen",
        tekst="Uw nummer: ELK-2026-0000001",
        html="<p>Uw nummer: ELK-2026-0000001</p>",
        taal="nl",
        created_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    )
    return replace(bericht, **values)


class BerichtContract:
    """A subclass gives `backend`, and says how its other side behaves."""

    @pytest.fixture
    def backend(self) -> BerichtBackend:
        raise AssertionError("the subclass gives the backend")

    def arrived(self) -> list[str]:
        """The texts that reached the other side."""
        raise AssertionError

    def goes_away(self) -> None:
        """The other side can no longer be reached."""
        raise AssertionError

    def refuses(self, adres: str) -> None:
        """The other side will never take a message for this address."""
        raise AssertionError

    def test_a_message_arrives(self, backend: BerichtBackend) -> None:
        assert backend.send(make_uitgaand()).kenmerk
        assert len(self.arrived()) == 1
        assert "ELK-2026-0000001" in self.arrived()[0]

    def test_a_second_attempt_carries_the_same_mark(self, backend: BerichtBackend) -> None:
        first, second = (backend.send(make_uitgaand()).kenmerk for _ in range(2))
        other = backend.send(make_uitgaand(id="1f1b8f8a-43a5-4a44-8f5b-3f0f5ad0c3aa")).kenmerk
        assert first == second != other

    def test_an_outage_is_temporary(self, backend: BerichtBackend) -> None:
        self.goes_away()
        with pytest.raises(BerichtTijdelijk) as raised:
            backend.send(make_uitgaand())
        assert NOOR not in str(raised.value)

    def test_a_refusal_is_for_good(self, backend: BerichtBackend) -> None:
        self.refuses(NOOR)
        with pytest.raises(BerichtGeweigerd) as raised:
            backend.send(make_uitgaand())
        assert NOOR not in str(raised.value)
        assert not self.arrived()

    def test_a_message_does_not_show_its_receiver(self) -> None:
        assert NOOR not in repr(make_uitgaand())
        assert "ELK-2026" not in repr(make_uitgaand())
