"""Desks of redacteur and beheerder, one file per subject. Wagtail loads this module; it loads the rest."""

from eloket.formulieren.wagtail_hooks import cijfers, formulier, logboek, overdracht, rapport, webhook

__all__ = ["cijfers", "formulier", "logboek", "overdracht", "rapport", "webhook"]
