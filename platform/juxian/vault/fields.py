"""The model field of personal data: sealed in the table, shut until somebody opens it on record."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from juxian.vault import ciphers, keys


class Sealed:
    """A sealed value as read from a row. Its text form is a mark, never the value; see `vault.open_value`."""

    __slots__ = ("bound_to", "raw")

    def __init__(self, raw: bytes, bound_to: str) -> None:
        self.raw = raw
        self.bound_to = bound_to

    def __str__(self) -> str:
        return "••••••"

    def __repr__(self) -> str:
        return "<Sealed>"

    def __bool__(self) -> bool:
        return bool(self.raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.raw)


class SealedTextField(models.BinaryField):
    """Text sealed with the data key of the person the row is about.

    `person` names the model's attribute that holds that person's uuid. An empty text is stored as NULL.
    The value is bound to model and field: bytes copied to another column do not open.
    """

    description = "Personal text, sealed with the person's data key"
    # What the type checker is told of assignments and reads.
    _pyi_private_set_type: Sealed | str | None
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, person: str = "person_id", **kwargs: Any) -> None:
        self.person = person
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs["person"] = self.person
        return name, path, args, kwargs

    @property
    def bound_to(self) -> str:
        """What ties a sealed value to its place."""
        return f"{self.model._meta.label_lower}.{self.name}"

    def from_db_value(self, value: Any, *_: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value), self.bound_to)

    def to_python(self, value: Any) -> Any:
        return value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = getattr(model_instance, self.attname)
        if value is None or value == "":
            return None
        if isinstance(value, Sealed):
            return value
        person_id = getattr(model_instance, self.person)
        if person_id is None:
            raise FieldError(f"{self.bound_to} needs {self.person}, the person whose key seals it.")
        key = keys.for_person(person_id)
        sealed = Sealed(ciphers.seal(key.key, key.id, str(value), self.bound_to), self.bound_to)
        setattr(model_instance, self.attname, sealed)
        return sealed

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise FieldError(f"{self.bound_to} cannot be searched or updated in bulk with plain text.")
        return super().get_db_prep_value(value.raw, connection, prepared)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")
