"""A sentence in both languages, chosen when it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Text:
    """Chinese first, English second; `{name}` places are filled by `fill`."""

    zh: str
    en: str

    def fill(self, **params: object) -> Text:
        """The same sentence with its places filled."""
        return Text(self.zh.format(**params), self.en.format(**params))

    def __str__(self) -> str:
        return self.en if (get_language() or "").startswith("en") else self.zh
