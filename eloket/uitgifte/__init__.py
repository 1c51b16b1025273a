"""The product itself, issued digitally, and the page that verifies it.

Called by formulieren later; /controleer/ is open to everybody.
"""
