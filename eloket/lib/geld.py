"""Amounts of money in words."""

from decimal import Decimal

from django.utils.formats import number_format


def euro(bedrag: Decimal) -> str:
    """ "€ 1.086,85" in Dutch, "€ 1,086.85" in English, by the active language; always two decimals."""
    return f"€ {number_format(bedrag, decimal_pos=2, use_l10n=True, force_grouping=True)}"
