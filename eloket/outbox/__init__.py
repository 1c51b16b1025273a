"""Durable work and gebeurtenissen: one table, one runner, one operator page.

Every app that must have something done elsewhere writes a row here, in its own transaction.
"""
