"""Taking a catalogue over from elsewhere: a feed of Samenwerkende Catalogi, or a table (CSV).

`lezen` turns a file into products on offer, row by row; `plaatsen` makes drafts of them and tells per row.
"""
