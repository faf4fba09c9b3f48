"""Cache keys carry the realm, so that no value of one agency can be read in another."""

from juxian.tenancy import context


def realm_key(key: str, key_prefix: str, version: int) -> str:
    """Django's KEY_FUNCTION: prefix, realm, version and key. Raises outside a realm."""
    return f"{key_prefix}:{context.current().key}:{version}:{key}"
