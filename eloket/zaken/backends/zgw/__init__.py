"""A register of the gemeente's own, behind the ZGW APIs (Zaken 1.5.1 and what goes with it)."""
