"""The secret of a second factor, encrypted at rest. Named in settings as MFA_ADAPTER."""

from allauth.mfa.adapter import DefaultMFAAdapter

from eloket.lib.versleuteling import decrypt_text, encrypt_text


class MfaAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return encrypt_text(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt_text(encrypted_text)
