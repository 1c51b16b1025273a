"""A gemeente's own look: a few choices of a redacteur become the tokens of one small style sheet.

Pure functions: colours in, tokens out. The token names are the contract with frontend/css/00-tokens.css.
"""

import hashlib
import re
from dataclasses import dataclass

HEX = re.compile(r"#[0-9a-f]{6}")
MINIMUM_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text on its background

Rgb = tuple[int, int, int]

# How much of the chosen colour is in each step; the rest is white (light steps) or black (dark steps).
TINTS = {50: 0.05, 100: 0.11, 200: 0.23, 300: 0.45, 400: 0.82}
SHADES = {600: 0.74, 700: 0.5}

RADII = {"recht": "0", "licht": "4px", "rond": "12px"}
LETTERS = {
    "noto": '"Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif',
    "systeem": 'system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif',
    "schreef": 'Georgia,"Times New Roman",serif',
}


@dataclass(frozen=True)
class Thema:
    """The choices: colours as #rrggbb, radius and letter by name."""

    merk: str
    link: str
    balk: str
    balk_tekst: str
    voet: str
    voet_tekst: str
    radius: str
    letter: str


def parse(colour: str) -> Rgb:
    """#rrggbb → three numbers; ValueError when it is something else."""
    if not HEX.fullmatch(colour.lower()):
        raise ValueError(colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """`share` of colour, the rest of other."""
    pairs = zip(parse(colour), parse(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in parse(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ramp(colour: str) -> dict[int, str]:
    """Eight steps from nearly white to nearly black around the chosen colour, which is step 500."""
    steps = {step: mix(colour, "#ffffff", share) for step, share in TINTS.items()}
    return {**steps, 500: colour, **{step: mix(colour, "#000000", share) for step, share in SHADES.items()}}


def pairs_to_check(thema: Thema) -> dict[str, tuple[str, str]]:
    """Field name → the text and background that must be readable together."""
    return {
        "merk_kleur": (thema.merk, "#ffffff"),
        "link_kleur": (thema.link, mix(thema.merk, "#ffffff", TINTS[100])),
        "balk_tekstkleur": (thema.balk_tekst, thema.balk),
        "voet_tekstkleur": (thema.voet_tekst, thema.voet),
    }


def build_tokens(thema: Thema) -> dict[str, str]:
    """Name to value of every token that follows from the choices."""
    tokens = {f"merk-{step}": colour for step, colour in ramp(thema.merk).items()}
    tokens |= {
        "link": thema.link,
        "link-hover": mix(thema.link, "#000000", 0.6),
        "kop": tokens["merk-700"],
        "balk-achtergrond": thema.balk,
        "balk-tekst": thema.balk_tekst,
        "voet-achtergrond": thema.voet,
        "voet-tekst": thema.voet_tekst,
        "radius": RADII[thema.radius],
        "letter": LETTERS[thema.letter],
    }
    return {f"--eloket-{name}": value for name, value in tokens.items()}


def css_hash(css: str) -> str:
    """The name under which this style sheet may be cached for ever."""
    return hashlib.sha256(css.encode()).hexdigest()[:16]
