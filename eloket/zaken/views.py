"""Where a register elsewhere tells us that something changed (Notificaties API 1.0.0)."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.zaken.services import InvalidMelding, RegisterError, admits_melding, receive_melding

MAX_BYTES = 32 * 1024


@csrf_exempt  # no browser comes here: whoever calls proves itself with a header
@require_POST
def melding(request: HttpRequest) -> HttpResponse:
    """204 once it is kept. 401 without a secret, 403 with another one: the register itself asks for that."""
    autorisatie = request.headers.get("Authorization", "")
    if not autorisatie:
        return _refuse(401, "geen Authorization", **{"WWW-Authenticate": "Bearer"})
    try:
        if not admits_melding(autorisatie):
            return _refuse(403, "onbekende Authorization")
        receive_melding(_read(request), now=klok.now())
    except InvalidMelding as error:
        return _refuse(400, str(error))
    except RegisterError:
        return _refuse(503, "het zaakregister is niet goed ingesteld")
    return HttpResponse(status=204)


def _read(request: HttpRequest) -> dict[str, Any]:
    """Errors: `InvalidMelding`, which quotes nothing of what came in."""
    raw = request.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise InvalidMelding("het bericht is te groot")
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        raise InvalidMelding("het bericht is geen JSON") from None
    if not isinstance(content, dict):
        raise InvalidMelding("het bericht is geen object")
    return content


def _refuse(status: int, why: str, **headers: str) -> HttpResponse:
    return HttpResponse(f"{why}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers)
