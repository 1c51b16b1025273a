"""Measurements against the limits the product promises: `make bench`.

One file per subject in `bench/metingen/` with `measure(place)`. Add a file, and it is measured.
"""
