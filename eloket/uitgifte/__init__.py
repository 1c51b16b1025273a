"""The product itself, issued digitally, and the page that verifies it (docs/uitgifte.md).

/controleer/ is open to everybody.
"""
