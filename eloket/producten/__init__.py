"""The Wagtail catalogue: home, themes, life events, products, search, feeds.

Nothing calls it but the wiring; a feed could take its place.
"""
