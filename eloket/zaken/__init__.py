"""The zaakregister: one port, a register of our own behind it, and the back office for it.

Called by formulieren (delivers), mijnzaken and balie (show).
"""
