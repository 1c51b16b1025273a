"""Give a product the word that people use for it, as a redacteur would in its edit screen."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from eloket.producten.models import ProductPage, VraagZonderTreffer

MAX_SYNONIEMEN = 1000


class KanNiet(Exception):
    """The word cannot be added; the text says why, and what to do."""


@transaction.atomic
def add_synoniem(page: ProductPage, vraag: VraagZonderTreffer, *, woord: str, user: Any) -> bool:
    """Add the word to the product as this user and take the question off the list; True when it is live.

    It is published at once when the user may publish and no other changes wait to be published with it;
    otherwise it is a draft. Errors: `KanNiet`.
    """
    may = page.permissions_for_user(user)
    if not may.can_edit() or may.page_locked():
        raise KanNiet(_("U kunt dit product nu niet wijzigen: het is van een ander of staat op slot."))
    publish = may.can_publish() and not page.has_unpublished_changes
    draft = page.get_latest_revision_as_object()
    draft.synoniemen = _with_word(draft.synoniemen, woord)
    revision = draft.save_revision(user=user, log_action=True)
    if publish:
        revision.publish(user=user)
    vraag.delete()
    return publish


def _with_word(known: str, word: str) -> str:
    """The other words with this one below them, once. Errors: `KanNiet`."""
    lines = [line for line in known.splitlines() if line.strip()]
    if word.lower() not in {line.strip().lower() for line in lines}:
        lines.append(word)
    text = "\n".join(lines)
    if len(text) > MAX_SYNONIEMEN:
        raise KanNiet(_("Dit product heeft al te veel andere woorden. Haal er eerst een paar weg."))
    return text
