"""Who somebody is: login, level, roles, and the two kinds of session.

Called by every app with a screen of its own; allauth does the protocols.
"""
