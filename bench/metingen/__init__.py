"""Each module has `measure(place)`; `ONCE = True` where the database makes no difference."""
