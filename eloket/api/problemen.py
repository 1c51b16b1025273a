"""Errors as problem+json (RFC 9457), in plain words."""

from collections.abc import Mapping

from django.http import HttpResponse
from ninja import Field, Schema

CONTENT_TYPE = "application/problem+json"


class Probleem(Schema):
    """Een fout (RFC 9457)."""

    type: str = Field(description="Altijd about:blank: de status zegt genoeg.")
    title: str = Field(description="De fout in twee woorden.")
    status: int = Field(description="De status van het antwoord.", ge=400, le=599)
    detail: str = Field(description="Wat er mis is, en wat u nu kunt doen.")


def problem(status: int, title: str, detail: str, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """An answer that says what went wrong."""
    body = Probleem(type="about:blank", title=title, status=status, detail=detail).model_dump_json()
    return HttpResponse(body, status=status, content_type=CONTENT_TYPE, headers=dict(headers or {}))
