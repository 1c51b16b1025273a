"""The process dies between deciding, handing over and the document: one product, one PDF."""

from datetime import timedelta
from typing import Any, NoReturn

import pytest
from django.test import Client

from eloket.lib import klok
from eloket.outbox.services import run_due
from eloket.uitgifte.models import Document, Documentstatus, UitgegevenProduct, Uitkomst
from eloket.zaken.services import get_dossier
from tests.accounts.helpers import login_burger
from tests.uitgifte.parkeren import Aanvrager, make_parkeersoort

pytestmark = pytest.mark.django_db
STAPPEN = [
    "eloket.uitgifte.services.beslissen.gather_feiten",  # before anything is decided
    "eloket.uitgifte.services.beslissen.issue_product",
    "eloket.uitgifte.services.zaak.take_besluit",
    "eloket.uitgifte.services.zaak.set_status",
    "eloket.uitgifte.services.beslissen.publish",  # when all was done and nothing committed yet
]


class Gedood(BaseException):
    """As `kill -9`: nobody catches it, and what was not committed is gone."""


def die(*args: Any, **kwargs: Any) -> NoReturn:
    raise Gedood


@pytest.fixture
def noor(client: Client) -> Aanvrager:
    make_parkeersoort()
    login_burger(client)
    return Aanvrager(client)


@pytest.mark.parametrize("stap", STAPPEN)
def test_what_was_cut_off_is_finished_once(
    noor: Aanvrager, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    noor.fill_auto()
    with monkeypatch.context() as patch:
        patch.setattr(stap, die)
        with pytest.raises(Gedood):
            noor.send()
    assert not UitgegevenProduct.objects.exists()
    assert noor.beslissing.uitkomst == Uitkomst.WACHT
    later = klok.now() + timedelta(minutes=1)
    run_due(now=later)
    run_due(now=later)
    product = UitgegevenProduct.objects.get()
    assert noor.beslissing.product_id == product.pk
    assert Document.objects.get().status == Documentstatus.KLAAR
    dossier = get_dossier(noor.beslissing.zaak)
    assert len(dossier.besluiten) == 1
    assert not dossier.zaak.is_open
