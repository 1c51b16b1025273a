"""Next year's tarieventabel as a file: read, compared with what is there, kept, taken over once confirmed.

`cellen` reads an amount or a day, `bestand`, `kolommen` and `lezen` the file; `vergelijken` says what it
would change, `concept` keeps it, `overnemen` does it; `uitvoer` writes the same format, `scherm` shows all.
"""
