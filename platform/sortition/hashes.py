"""The hashes of a record: of its frozen content, of a secret part, of the ledger's commitment, of a person, of the whole."""

from collections.abc import Mapping
from typing import Any

from sortition import digests, shape


def record(document: Mapping[str, Any]) -> str:
    """Return the hash of the frozen content: everything fixed before any randomness is known."""
    return digests.of_value(document["hash"], {name: document[name] for name in shape.FROZEN})


def part(hash_name: str, number: int, holder: str, secret: str) -> str:
    """Return the commitment to one holder's secret (64 hex digits) for the draw of this number."""
    value = {"kind": "juxian.draw.part/1", "number": number, "holder": holder, "secret": secret}
    return digests.of_value(hash_name, value)


def ledger(document: Mapping[str, Any]) -> str:
    """Return what the ledger publishes before the draw: binds frozen content, committed parts and announced sources."""
    commitments = document["commitments"]
    return digests.of_value(
        document["hash"],
        {
            "kind": "juxian.draw.ledger/1",
            "number": document["draw"]["number"],
            "record": commitments["record"],
            "parts": commitments["parts"],
            "entropy": document["entropy"]["source"],
        },
    )


def seal(document: Mapping[str, Any]) -> str:
    """Return the hash over the record as it stands; the frozen content enters by its own hash."""
    later = {name: document[name] for name in shape.LATER if name != "seal"}
    return digests.of_value(document["hash"], {"kind": "juxian.draw.seal/1", **later})


def person(hash_name: str, salt: str, person_key: str) -> str:
    """Return a person's commitment: the hash of the salt's 32 bytes followed by the key in UTF-8."""
    return digests.digest(hash_name, bytes.fromhex(salt) + person_key.encode("utf-8")).hex()
