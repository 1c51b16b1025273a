"""Other systems link to our addresses: none goes away unnoticed."""

from pathlib import Path

from tests.guards.adressen import own_addresses

LIST = Path(__file__).with_name("urls.txt")


def test_the_list_of_addresses_is_true() -> None:
    """Removing an address from urls.txt breaks links: decide on a redirect first, then change the list."""
    kept = LIST.read_text().splitlines()
    found = [f"{adres.pattern} {adres.name}".strip() for adres in own_addresses()]
    gone, new = sorted(set(kept) - set(found)), sorted(set(found) - set(kept))
    assert not gone, f"addresses that went away: {gone}"
    assert not new, f"new addresses, to be added to {LIST.name}: {new}"
    assert kept == sorted(kept)
