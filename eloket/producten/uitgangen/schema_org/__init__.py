"""A product page in the words of schema.org, so that search engines and assistants understand it.

Pure functions of what the page has read for itself: nothing here asks the database.
"""

from eloket.producten.uitgangen.schema_org.dienst import write_json_ld

__all__ = ["write_json_ld"]
