"""What the redacteur reads beside a level is what the login asks at that level."""

import re

import pytest
from django.utils.translation import override

from eloket.accounts.instellingen import EHERKENNING_NIVEAUS
from eloket.accounts.services import asks_login
from eloket.formulieren.models.formulier import NIVEAUS

LOA = {"EH2": "loa2", "EH2+": "loa2plus", "EH3": "loa3", "EH4": "loa4"}


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize(("niveau", "label"), [each for each in NIVEAUS if asks_login(each[0])])
def test_a_level_names_the_lowest_eherkenning_that_it_lets_in(niveau: int, label: str, taal: str) -> None:
    with override(taal):
        name = re.search(r"EH\d\+?", str(label))
    assert name is not None
    assert EHERKENNING_NIVEAUS[f"urn:etoegang:core:assurance-class:{LOA[name.group()]}"] == niveau
