"""What a resident or a business sees of their own zaken.

Screens only; everything comes from zaken and formulieren.
"""
