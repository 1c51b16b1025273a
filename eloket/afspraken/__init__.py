"""Booking an afspraak at the counter.

Screens of its own under /afspraken/; later offered by products and forms.
"""
