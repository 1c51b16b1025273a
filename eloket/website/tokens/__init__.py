"""A token set of the NL Design System as somebody hands it in: read strictly, and written anew by us.

`waarden` says what a token may be, `uit_css` and `uit_json` read the files of a theme package, `basis` knows
which tokens our own style sheet reads, `leesbaar` looks at the colours. Nothing of a file is passed on as is.
"""
