"""One zaak of a person, with what belongs to it and what they sent for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from eloket.formulieren.services import AanvraagInfo, BijlageInfo, Verstuurd, get_zaakpost
from eloket.lib.partij import Identificerend
from eloket.zaken.services import (
    Besluit,
    Document,
    DocumentNotFound,
    Inzage,
    RegisterError,
    Stilte,
    Verzoek,
    Zaak,
    ZaakNotFound,
    find_stilte,
    get_inzage,
    has_documenten,
    open_document,
)


class NotMine(Exception):
    """There is no such zaak for this person."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One zaak with what was sent for it; either may be missing, not both.

    `verstuurd`: what they sent about it later.
    """

    inzage: Inzage | None
    aanvraag: AanvraagInfo | None
    is_silent: bool  # the register gave no answer at all
    verstuurd: tuple[Verstuurd, ...] = ()
    stil: Stilte | None = None  # its register, when it gave no answer or not a whole one

    @property
    def zaak(self) -> Zaak | None:
        return self.inzage.zaak if self.inzage else None

    @property
    def documenten(self) -> tuple[Document, ...] | None:
        """None: the register gave no answer, which is not "none"."""
        return self.inzage.documenten if self.inzage else ()

    @property
    def besluiten(self) -> tuple[Besluit, ...] | None:
        """None as above."""
        return self.inzage.besluiten if self.inzage else ()

    @property
    def verzoeken(self) -> tuple[Verzoek, ...] | None:
        """None as above."""
        return self.inzage.verzoeken if self.inzage else ()

    @property
    def storing(self) -> bool:
        """Part of it or all of it could not be read."""
        return self.is_silent or (self.inzage is not None and not self.inzage.is_complete)

    @property
    def bijlagen(self) -> list[BijlageInfo]:
        """What they sent and does not stand among the documents of the zaak (yet)."""
        known = {document.id for document in self.documenten or ()}
        sent = self.aanvraag.bijlagen if self.aanvraag else ()
        return [bijlage for bijlage in sent if bijlage.id not in known]


def get_dossier(identificatie: str, *, voor: Identificerend, door: Identificerend | None = None) -> Dossier:
    """One zaak of this person. Errors: `NotMine`, also when it is somebody else's.

    `door`: the gemachtigde who looks; they see the zaak of what they sent for this person.
    """
    post = get_zaakpost(identificatie, voor=voor, door=door)
    aanvraag = post.aanvraag
    if door is not None and aanvraag is None:
        raise NotMine(identificatie)
    try:
        inzage = get_inzage(identificatie, voor=voor)
        stil = None if inzage.is_complete else find_stilte(identificatie)
        return Dossier(inzage, aanvraag, is_silent=False, verstuurd=post.verstuurd, stil=stil)
    except ZaakNotFound:
        if aanvraag is None:
            raise NotMine(identificatie) from None
        return Dossier(None, aanvraag, is_silent=False)
    except RegisterError:
        return Dossier(None, aanvraag, is_silent=True, stil=find_stilte(identificatie))


def open_own_document(
    identificatie: str, id: str, *, voor: Identificerend, door: Identificerend | None = None
) -> tuple[Document, Iterator[bytes]]:
    """A document of this person's zaak and its bytes, which may still raise `RegisterError` as they are read.

    Errors: `NotMine`, for another's and for one that is not for them; `RegisterError`.
    """
    if door is not None and get_zaakpost(identificatie, voor=voor, door=door).aanvraag is None:
        raise NotMine(identificatie)
    if not has_documenten(identificatie):
        raise NotMine(identificatie)
    try:
        return open_document(identificatie, id, voor=voor)
    except (ZaakNotFound, DocumentNotFound):
        raise NotMine(identificatie) from None
