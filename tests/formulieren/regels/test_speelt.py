"""Random forms with random rules, played through at the counter itself."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.formulieren.definitie import Actie, Definitie
from eloket.formulieren.models import Aanvraag, FormulierVersie
from eloket.formulieren.models.versie import hash_inhoud
from eloket.formulieren.regels import Plan, beslis
from eloket.formulieren.services import import_formulier
from eloket.formulieren.velden import VELDTYPEN
from eloket.lib import klok
from tests.formulieren.factories import Invuller
from tests.formulieren.regels.maken import naar_json
from tests.formulieren.regels.test_willekeurig import formulieren, mend

pytestmark = pytest.mark.django_db

GETYPT = {
    "keuze": st.sampled_from(["a", "b", "c"]),
    "ja_nee": st.sampled_from(["ja", "nee"]),
    "getal": st.sampled_from(["0", "3", "5", "9"]),
    "tekst": st.sampled_from(["Noor", "iets anders"]),
    "verklaring": st.just("on"),
}


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_everybody_comes_to_the_end_and_sends_only_what_was_asked(data: st.DataObject) -> None:
    form = mend(data.draw(formulieren()), klok.today())
    inhoud = naar_json(form)
    slug = f"proef-{hash_inhoud(inhoud)[:12]}"
    import_formulier({**inhoud, "slug": slug}, now=klok.now())
    noor = Invuller(Client(), slug)
    answers = type_everything(data, form)
    at = play(noor, answers)
    versie = FormulierVersie.objects.current(slug)
    assert versie is not None
    if at.endswith("/einde/"):
        assert any(regel.actie == Actie.STOP for regel in form.regels)
        return
    assert noor.send().status_code == 302
    sent = Aanvraag.objects.filter(versie=versie).latest("ingediend_at").antwoorden
    outcome = beslis(Plan(form, VELDTYPEN), sent.get, vandaag=klok.today())
    asked = {veld.sleutel for stap in form.stappen for veld in outcome.list_velden(stap)}
    assert set(sent) == asked
    assert outcome.einde is None


def type_everything(data: st.DataObject, form: Definitie) -> dict[str, str]:
    """What somebody types in every question, asked or not, as the boxes of the page are called."""
    typed: dict[str, str] = {}
    for veld in form.velden:
        if veld.soort == "datum":
            day = data.draw(st.sampled_from(["31-12-2026", "1-2-2027", "1-7-2027"])).split("-")
            boxes = [f"v-{veld.sleutel}_{part}" for part in ("dag", "maand", "jaar")]
            typed |= dict(zip(boxes, day, strict=True))
        else:
            typed[f"v-{veld.sleutel}"] = data.draw(GETYPT[veld.soort])
    return typed


def play(noor: Invuller, answers: dict[str, Any]) -> str:
    """On and on, as the pages lead; without a script. Where it ended: the summary or an explained end."""
    address, seen = f"{noor.start}beginnen/", ""
    for _page in range(40):
        response = noor.client.get(address, follow=True)
        address = response.redirect_chain[-1][0] if response.redirect_chain else address
        if address.endswith(("/controleren/", "/einde/")):
            noor.concept = address.rsplit("/", 2)[0] + "/"
            return str(address)
        posted = noor.client.post(address, {**answers, "getoond": marks(response)})
        if posted.status_code == 200:  # a question more
            posted = noor.client.post(address, {**answers, "getoond": marks(posted)})
        assert posted.status_code == 302, posted.content.decode()
        assert posted["Location"] != seen or "verder" in seen
        address = posted["Location"]
    raise AssertionError("no end")


def marks(response: Any) -> list[str]:
    """The questions that the page says it shows."""
    return [vraag.sleutel for vraag in response.context["vragen"] if vraag.wisselend and not vraag.verborgen]
