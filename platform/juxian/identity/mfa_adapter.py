"""Second factors: their secrets are sealed like other personal data."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet

from juxian.vault import master


def _fernet() -> Fernet:
    import base64

    return Fernet(base64.urlsafe_b64encode(master.derived(master.oldest(), "public", "second-factor")))


class MfaAdapter(DefaultMFAAdapter):
    """Encrypts what allauth stores."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Any) -> str:
        return str(user.username)
