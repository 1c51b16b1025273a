"""Plain helpers, one noun per file.

Knows nothing of eloket; every app may use it.
"""
