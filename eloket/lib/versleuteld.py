"""Model fields whose column holds ciphertext. They cannot be searched; keep a keyed hash beside them."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from eloket.lib.versleuteling import decrypt_text, encrypt_text


class EncryptedTextField(models.TextField[str, str]):
    """Text, encrypted in the database."""

    def get_lookup(self, lookup_name: str) -> Any:
        # Ciphertext differs every time: a search would find nothing, silently. Now it is refused.
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else encrypt_text(str(value))

    def from_db_value(self, value: str | None, expression: object, connection: object) -> Any:
        return None if value is None else decrypt_text(value)


class EncryptedJSONField(models.TextField[Any, Any]):
    """Anything that JSON can hold, encrypted in the database."""

    def get_lookup(self, lookup_name: str) -> Any:
        # Ciphertext differs every time: a search would find nothing, silently. Now it is refused.
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    # For the type checker only: what may be assigned and what is read.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else encrypt_text(json.dumps(value, cls=DjangoJSONEncoder))

    def from_db_value(self, value: str | None, expression: object, connection: object) -> Any:
        return None if value is None else json.loads(decrypt_text(value))

    def to_python(self, value: Any) -> Any:
        return value
