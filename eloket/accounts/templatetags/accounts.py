"""What session_bar.html shows of the session."""

from datetime import timedelta

from django import template
from django.utils import timezone
from django.utils.formats import time_format

from eloket.accounts.sessies import real_now

register = template.Library()


@register.filter
def sessie_tot(idle_seconds: int) -> str:
    """The time of day until which somebody stays logged in who does nothing more: "14:35"."""
    end = timezone.localtime(real_now() + timedelta(seconds=idle_seconds))  # noqa: TID251 - converts, reads no clock
    return time_format(end)
