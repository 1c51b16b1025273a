"""The back office of what was issued: list, one product, what is done with it, and with many at once."""
