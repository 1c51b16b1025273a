"""Counting the syllables of a Dutch word, by its vowels: near enough for a measure of reading."""

import re

# One sound each, the longest first. A trema begins a syllable of its own: be-ëin-di-gen, co-ör-di-na-tie.
KLANKEN = re.compile(
    r"ëi|ïe"
    r"|aai|ooi|oei|eeu|ieu"
    r"|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ij|ei|ai|oi"
    r"|[aeiouyáàâäéèêëíìîïóòôöúùûü]",
    re.IGNORECASE,
)


def count_lettergrepen(woord: str) -> int:
    """The number of syllables, at least one."""
    return max(1, len(KLANKEN.findall(woord)))
