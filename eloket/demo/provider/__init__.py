"""The demo's login service: a real OpenID Connect provider, a program of its own with settings of its own.

Started by `python -m eloket.demo.provider --port 8001`. The loket never imports it.
"""
