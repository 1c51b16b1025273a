"""multipart/form-data: the fields of a bestandsdeel."""

import re

from eloket.demo.zgwregister.vraag import Fout, Vraag, refuse

_BOUNDARY = re.compile(r'boundary="?([^";,]+)"?')
_NAME = re.compile(rb'\bname="([^"]*)"')


def read_parts(vraag: Vraag) -> dict[str, bytes]:
    """The fields by name. Errors: `Fout` 415 when it is something else."""
    kind = vraag.headers.get("content-type", "")
    match = _BOUNDARY.search(kind)
    if not kind.startswith("multipart/form-data") or match is None:
        raise Fout(415, "unsupported_media_type")
    found = {}
    for piece in (b"\r\n" + vraag.body).split(b"\r\n--" + match[1].encode())[1:-1]:
        head, gap, data = piece.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if not gap or name is None:
            raise refuse("nonFieldErrors", "invalid")
        found[name[1].decode()] = data
    return found
