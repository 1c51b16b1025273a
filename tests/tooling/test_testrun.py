"""A test run on a machine without PostgreSQL or Chromium: told locally, a failure under CI."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tooling import browser, checkers, postgres, testrun

Legs = list[dict[str, str]]
NO_POSTGRESQL = "no PostgreSQL: set DATABASE_URL, or install it (Debian: apt-get install postgresql)"
NO_CHROMIUM = "no Chromium, and none could be installed; as root: apt-get install chromium"


@pytest.fixture
def legs(monkeypatch: pytest.MonkeyPatch) -> Legs:
    """The environment of each leg that would run; every leg passes."""
    ran: Legs = []

    def leg(env: dict[str, str], arguments: list[str], title: str, **options: object) -> bool:
        ran.append(env)
        return True

    monkeypatch.setattr(testrun, "_pytest", leg)
    monkeypatch.setattr(checkers, "ensure", lambda: True)
    return ran


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on PATH, no Debian folders, no apt, and a download that fails."""
    for name in ("DATABASE_URL", "ELOKET_CHROMIUM", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgres, "DEBIAN", tmp_path)
    monkeypatch.setattr(browser, "VENV_PYTHON", tmp_path / "python")
    monkeypatch.setattr(browser, "run", lambda command: False)


@pytest.mark.parametrize(
    ("look", "told"),
    [
        (lambda: testrun._leg_postgres({}, []), NO_POSTGRESQL),
        (lambda: not testrun._find_chromium(), NO_CHROMIUM),
    ],
    ids=["PostgreSQL", "Chromium"],
)
class TestMissing:
    def test_on_a_developers_machine_it_is_said_and_the_run_goes_on(
        self,
        bare_machine: None,
        legs: Legs,
        capsys: pytest.CaptureFixture[str],
        look: Callable[[], bool],
        told: str,
    ) -> None:
        assert look() is True
        assert capsys.readouterr().out == f"eloket: NOT RUN: {told}\n"
        assert legs == []

    def test_under_ci_it_fails_before_any_test(
        self,
        bare_machine: None,
        legs: Legs,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        look: Callable[[], bool],
        told: str,
    ) -> None:
        monkeypatch.setenv("CI", "true")
        with pytest.raises(SystemExit) as stop:
            look()
        assert stop.value.code == 1
        assert capsys.readouterr().err == f"eloket: {told}\n"
        assert legs == []


def test_what_is_there_is_given_to_the_tests(legs: Legs, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def server() -> Iterator[str]:
        yield "postgres://eloket@127.0.0.1:5/eloket"

    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("ELOKET_CHROMIUM", "/opt/chromium")
    monkeypatch.setattr(postgres, "server", server)
    testrun.main("all", [])
    assert {leg["ELOKET_CHROMIUM"] for leg in legs} == {"/opt/chromium"}
    browsing = next(leg for leg in legs if leg["ELOKET_DATA"].endswith("browser"))
    sqlite, postgresql = (leg for leg in legs if leg is not browsing)
    assert "DATABASE_URL" not in sqlite | browsing
    assert postgresql["DATABASE_URL"] == "postgres://eloket@127.0.0.1:5/eloket"


def test_without_chromium_the_databases_are_tried_all_the_same(bare_machine: None, legs: Legs) -> None:
    testrun.main("all", [])
    assert len(legs) == 1


def test_the_quick_run_asks_for_neither(
    bare_machine: None, legs: Legs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    testrun.main("fast", [])
    assert len(legs) == 1
    assert "DATABASE_URL" not in legs[0]


def test_programs_keep_their_bytecode_whatever_the_shell_says(
    legs: Legs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    testrun.main("fast", [])
    assert all("PYTHONDONTWRITEBYTECODE" not in leg for leg in legs)


@pytest.mark.parametrize(
    ("code", "arguments", "good"), [(0, [], True), (1, [], False), (5, [], False), (5, ["-k", "x"], True)]
)
def test_no_tests_at_all_is_a_failure_unless_they_were_picked(
    monkeypatch: pytest.MonkeyPatch, code: int, arguments: list[str], good: bool
) -> None:
    class Done:
        returncode = code

    monkeypatch.setattr(testrun.subprocess, "run", lambda *words, **options: Done())
    assert testrun._pytest({}, arguments, "SQLite", marker="not browser") is good
