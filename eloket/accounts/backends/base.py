"""The port: everything an OpenID Connect provider can do to us is one of the ends in `uitkomst`."""

from eloket.accounts.uitkomst import LoginFailed, LoginInvalid, ProviderUnavailable

__all__ = ["LoginFailed", "LoginInvalid", "ProviderUnavailable"]
