"""Where an employee visits people: a list of the digits of postcodes, and spans of them."""

import re

DEEL = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


def is_gebied(postcodes: str) -> bool:
    """Is every part of it the digits of a postcode, or a span that runs upward?"""
    spans = [DEEL.fullmatch(part.strip()) for part in postcodes.split(",")]
    return all(span and int(span[1]) <= int(span[2] or span[1]) for span in spans)


def covers(postcodes: str, postcode: str) -> bool:
    """Does a place with these `postcodes` ("1234, 1240-1249"; "" is everywhere) visit this postcode?"""
    spans = DEEL.findall(postcodes)
    digits = postcode.strip()[:4]
    if not digits.isdigit() or len(digits) != 4:
        return False
    everywhere = not postcodes.strip()  # what cannot be read is nowhere
    return everywhere or any(int(first) <= int(digits) <= int(last or first) for first, last in spans)
