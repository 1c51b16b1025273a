"""What keeps the catalogue good: the publication gate, help while writing, links that died, reports."""
