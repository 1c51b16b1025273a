"""Persons and companies as the basisregistraties know them: BRP and Handelsregister, asked when needed.

Called by formulieren (prefilling) and later balie. Keeps no copy; keeps who was looked up, when and why.
"""
