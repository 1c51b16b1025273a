"""Where accounts meets the login providers."""
