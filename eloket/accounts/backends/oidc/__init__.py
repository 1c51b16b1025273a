"""OpenID Connect through allauth, with what allauth leaves to us.

Ours: cached discovery and keys, a nonce, the signature always checked, the level compared, the uid a keyed
hash, nothing of the person kept outside the session.
"""
