"""What is kept per version of the site."""

from wagtail.models import Site

from eloket.website.bewaard import per_versie
from eloket.website.services import bump_version
from eloket.website.versie import lezer


def test_a_value_is_made_once_and_again_after_a_change(kept: Site) -> None:
    made: list[str] = []

    @per_versie
    def greet(name: str) -> str:
        made.append(name)
        return f"Dag {name}"

    bump_version()
    lezer.forget()
    assert [greet("Noor"), greet("Noor"), greet("Joris")] == ["Dag Noor", "Dag Noor", "Dag Joris"]
    assert made == ["Noor", "Joris"]
    bump_version()
    lezer.forget()
    greet("Noor")
    assert made == ["Noor", "Joris", "Noor"]


def test_without_the_cache_nothing_is_kept(db: None) -> None:
    made: list[int] = []

    @per_versie
    def count() -> int:
        made.append(1)
        return len(made)

    assert [count(), count()] == [1, 2]
