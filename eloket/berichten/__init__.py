"""Reaching people: today by mail, later by SMS, portal and letter.

Called by formulieren and zaken; a bericht is a row first and is sent afterwards.
"""
