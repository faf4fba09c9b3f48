"""Message templates by name: what a message says, in both languages, with no more than its secrecy allows."""

from __future__ import annotations

from dataclasses import dataclass

from juxian.common.texts import Text


@dataclass(frozen=True, slots=True)
class Template:
    """`{places}` are filled from the context. `sms` is the short form; None means it is never sent by SMS."""

    title: Text
    body: Text
    sms: Text | None = None
    link: str = ""


_templates: dict[str, Template] = {}


def register(name: str, *, title: Text, body: Text, sms: Text | None = None, link: str = "") -> None:
    """Add a template; a name can be registered once."""
    if name in _templates:
        raise ValueError(f"The message template {name!r} is registered twice.")
    _templates[name] = Template(title=title, body=body, sms=sms, link=link)


def named(name: str) -> Template:
    """The template of that name; raises KeyError."""
    return _templates[name]


def all_names() -> list[str]:
    """Every registered name."""
    return sorted(_templates)
