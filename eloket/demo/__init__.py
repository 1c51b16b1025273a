"""A filled demo gemeente, its people and their test login provider.

Wiring: absent from production settings.
"""
