"""Was this helpful: what a visitor says of a product page, and what a redacteur learns from it.

Called by the public site (`scherm`), the Wagtail admin (`rapport`) and the workers (`bewaren`).
"""
