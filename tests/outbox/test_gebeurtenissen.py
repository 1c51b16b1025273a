"""How something travels upward: published below, heard above, written down in one table."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from eloket.outbox import register
from eloket.outbox.models import Opdracht
from eloket.outbox.register import on
from eloket.outbox.services import publish, run_due
from tests.outbox.factories import NOW

SOURCES = sorted((Path(django_settings.BASE_DIR) / "eloket").rglob("*.py"))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two subscribers to proef.gebeurd, of which the second always fails."""
    monkeypatch.setattr(register, "HANDLERS", dict(register.HANDLERS))
    monkeypatch.setattr("eloket.outbox.runner.HANDLERS", register.HANDLERS)
    monkeypatch.setattr(register, "SUBSCRIBERS", {})
    monkeypatch.setattr("eloket.outbox.services.SUBSCRIBERS", register.SUBSCRIBERS)
    calls: list[str] = []

    @on("proef.gebeurd", name="hoog.hoor")
    def hear(ids: dict[str, str], *, now: datetime) -> None:
        calls.append(ids["id"])

    @on("proef.gebeurd", name="hoger.hoor")
    def fail(ids: dict[str, str], *, now: datetime) -> None:
        raise ValueError

    return calls


@pytest.mark.django_db
def test_each_subscriber_has_a_row_of_its_own(heard: list[str]) -> None:
    publish("proef.gebeurd", "ELK-1", now=NOW)
    assert Opdracht.objects.count() == 2
    run_due(now=NOW)
    assert heard == ["ELK-1"], "the failure of one does not hold up the other"


@pytest.mark.django_db
def test_the_same_time_is_heard_once_and_the_next_time_again(heard: list[str]) -> None:
    for key in ("status-1", "status-1", "status-2"):
        publish("proef.gebeurd", "ELK-1", now=NOW, key=key)
    run_due(now=NOW)
    assert heard == ["ELK-1", "ELK-1"]


@pytest.mark.django_db
def test_what_nobody_hears_writes_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        publish("proef.niemand_luistert", "ELK-1", now=NOW)


def found(pattern: str) -> dict[str, set[str]]:
    """What the source says, and in which apps."""
    names: dict[str, set[str]] = {}
    for path in SOURCES:
        app = path.relative_to(django_settings.BASE_DIR).parts[1]
        for name in re.findall(pattern, path.read_text()):
            names.setdefault(name, set()).add(app)
    return names


def test_the_table_names_every_gebeurtenis_and_its_publisher() -> None:
    published = found(r"""(?<!\.)\bpublish\(\s*f?["']([a-z_.]+)["']""")
    table = (Path(django_settings.BASE_DIR) / "docs" / "gebeurtenissen.md").read_text()
    rows = dict(re.findall(r"^\| `([a-z_.]+)` \| (\w+) \|", table, re.MULTILINE))
    assert published
    assert rows == {name: "".join(apps - {"outbox"}) for name, apps in published.items()}


def test_everybody_hears_only_what_is_published() -> None:
    published = found(r"""(?<!\.)\bpublish\(\s*f?["']([a-z_.]+)["']""")
    assert set(found(r"""@on\(\s*["']([a-z_.]+)["']""")) <= set(published)


def test_every_handler_is_named_after_the_app_that_it_stands_in() -> None:
    """So nobody can name work of an app above without its name showing it."""
    handlers = found(r"""@(?:handler|elke)\(\s*(?:name=)?["']([a-z_.]+)["']""")
    handlers |= found(r"""@on\([^)]*name=["']([a-z_.]+)["']""")
    assert handlers
    assert {name: apps for name, apps in handlers.items() if apps != {name.split(".")[0]}} == {}


def test_an_app_names_only_its_own_work() -> None:
    named = found(r"""\bhandler=["']([a-z_.]+)["']""")
    assert named
    assert {name: apps for name, apps in named.items() if apps != {name.split(".")[0]}} == {}
