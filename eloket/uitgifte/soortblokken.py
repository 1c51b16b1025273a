"""The blocks of which a redacteur composes a soort: the rules, and what fills each claim."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.uitgifte.beslisregels import BESLISREGELS, Beslisregel, Instelling
from eloket.uitgifte.claims import CLAIMTYPEN
from eloket.uitgifte.regels.bron import Bron

VRAAG = _("De sleutel van de vraag in het formulier, zoals kenteken.")


def _instelling_block(instelling: Instelling) -> blocks.Block:
    given: dict[str, Any] = {
        "label": instelling.label,
        "help_text": instelling.help,
        "required": instelling.verplicht,
    }
    if instelling.is_getal:
        return blocks.IntegerBlock(min_value=1, max_value=1000, **given)
    return blocks.CharBlock(max_length=300, **given)


def _regel_block(regel: Beslisregel) -> blocks.StructBlock:
    artikel = blocks.CharBlock(
        label=_("Welk artikel zegt dit?"),
        max_length=200,
        help_text=_("De aanvrager leest dit. Bijvoorbeeld: Parkeerverordening, artikel 3 lid 1."),
    )
    own = [(each.naam, _instelling_block(each)) for each in regel.instellingen]
    return blocks.StructBlock([*own, ("artikel", artikel)], label=regel.label, icon="tasks")


class BeslisregelsBlock(blocks.StreamBlock):
    """One block for each rule that there is."""

    def __init__(self, **kwargs: Any) -> None:
        children = [(naam, _regel_block(regel)) for naam, regel in BESLISREGELS.items()]
        super().__init__(children, required=False, **kwargs)


def list_claimvelden() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every field of every claimtype, by type, for a select."""
    return [
        (str(each.label).capitalize(), [(veld.naam, str(veld.label)) for veld in each.velden])
        for each in CLAIMTYPEN.values()
    ]


def _vulling_block(*own: tuple[str, blocks.Block], label: Any) -> blocks.StructBlock:
    claim = blocks.ChoiceBlock(choices=list_claimvelden, label=_("Dit op het document"))
    return blocks.StructBlock([("claim", claim), *own], label=label, icon="form")


def _vraag(label: Any) -> blocks.Block:
    return blocks.CharBlock(label=label, max_length=50, help_text=VRAAG)


class VullingBlock(blocks.StreamBlock):
    """One block for each place that a claim can come from."""

    def __init__(self, **kwargs: Any) -> None:
        tekst = blocks.CharBlock(label=_("De tekst"), max_length=500)
        dag, tijd = _vraag(_("Vraag naar de dag")), _vraag(_("Vraag naar de tijd"))
        kinds: dict[Bron, blocks.StructBlock] = {
            Bron.VRAAG: _vulling_block(
                ("vraag", _vraag(_("Deze vraag"))), label=_("Het antwoord op een vraag")
            ),
            Bron.DAG_EN_TIJD: _vulling_block(
                ("dag", dag), ("tijd", tijd), label=_("Een dag en een tijd uit twee vragen")
            ),
            Bron.ZONE: _vulling_block(label=_("De zone waarin het adres ligt")),
            Bron.NAAM: _vulling_block(label=_("De naam van de aanvrager")),
            Bron.DAG: _vulling_block(label=_("De dag waarop het wordt aangevraagd")),
            Bron.TEKST: _vulling_block(("tekst", tekst), label=_("Een vaste tekst")),
        }
        super().__init__([(bron.value, block) for bron, block in kinds.items()], required=False, **kwargs)
