"""Screens of redacteur and beheerder in the admin."""
