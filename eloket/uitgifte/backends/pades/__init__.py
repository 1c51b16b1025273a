"""PAdES seals with pyHanko: one file for each place where a key can be."""
