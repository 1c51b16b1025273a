"""The screens of Mijn zaken. Only for whoever logged in, and only what is theirs."""
