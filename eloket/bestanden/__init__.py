"""Files that we keep for people: stored encrypted, served safely.

Called by formulieren (copies, uploads) and later zaken and uitgifte.
"""
