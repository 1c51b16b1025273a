"""The zaaksysteem of Rietwaard (fictief): a register with the ZGW APIs, and screens for who works in it.

A program of its own beside a demo of eloket with `ELOKET_ZAKEN=zgw`. It is the other system: eloket reaches
it over HTTP alone, and knows its screens only by their address. Its state outlives it.
"""
