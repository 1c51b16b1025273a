"""A register of the gemeente's own, behind the ZGW APIs (Zaken 1.5.1 and what goes with it)."""

from eloket.zaken.backends.zgw.register import ZgwBackend

__all__ = ["ZgwBackend"]
