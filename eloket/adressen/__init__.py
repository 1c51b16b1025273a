"""Dutch addresses by postcode and huisnummer, from a source elsewhere.

Called by formulieren while somebody fills in an address. Keeps nothing but a cache.
"""
