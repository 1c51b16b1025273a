"""Applying: forms composed by a redacteur, drafts, aanvragen and their delivery.

Called by producten (offers a form) and mijnzaken (what was sent).
"""
