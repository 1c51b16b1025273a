"""Citizen and employee sessions never mix: the address decides which cookie is read and written."""

from django.contrib.sessions.middleware import SessionMiddleware


class SessieMiddleware(SessionMiddleware):
    """Django's own session, under the cookie that belongs to the address."""
