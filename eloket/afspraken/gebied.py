"""Where an employee visits people: a list of the digits of postcodes, and spans of them."""

import re

DEEL = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


def covers(postcodes: str, postcode: str) -> bool:
    """Does a place with these `postcodes` ("1234, 1240-1249"; "" is everywhere) visit this postcode?"""
    spans = DEEL.findall(postcodes)
    digits = postcode.strip()[:4]
    if not digits.isdigit() or len(digits) != 4:
        return False
    return not spans or any(int(first) <= int(digits) <= int(last or first) for first, last in spans)
