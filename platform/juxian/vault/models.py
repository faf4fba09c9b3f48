"""One data key per schema and person, wrapped by the schema's key-encryption key."""

import uuid

from django.db import models


class DataKey(models.Model):
    """A person's data key in this schema. Destroying the row erases what it sealed.

    `wrapped` is nonce(12) + AES-256-GCM ciphertext of the 32 key bytes; `master` names the master key version.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person_id = models.UUIDField(unique=True)
    wrapped = models.BinaryField()
    master = models.CharField(max_length=16)
    created_at = models.DateTimeField(auto_now_add=True)
