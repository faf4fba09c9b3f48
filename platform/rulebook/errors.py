"""What can go wrong, each error with what, where, why and what helps (Chinese first, English second)."""

from __future__ import annotations


class RulebookError(Exception):
    """Base of every error of this library.

    Attributes
    ----------
    message, message_en:
        One sentence for a person, zh-CN and English.
    """

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(f"{message} / {message_en}")
        self.message = message
        self.message_en = message_en


class PolicyError(RulebookError):
    """A policy's files are wrong; names the file, the line (0 where none applies) and the reason."""

    def __init__(self, file: str, line: int, reason: str, reason_en: str) -> None:
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}：{reason}", f"{where}: {reason_en}")
        self.file = file
        self.line = line
        self.reason = reason


class FactError(RulebookError):
    """A fact is unknown to the policy or has a value of the wrong kind; `fact` names it."""

    def __init__(self, fact: str, message: str, message_en: str) -> None:
        super().__init__(message, message_en)
        self.fact = fact


class RuleRefusal(RulebookError):
    """The regulation forbids what was asked; carries the clause id, its citation, facts and thresholds."""

    def __init__(
        self,
        code: str,
        message: str,
        message_en: str,
        *,
        clause: str,
        cite: str = "",
        facts: dict[str, object] | None = None,
        thresholds: dict[str, object] | None = None,
    ) -> None:
        super().__init__(message, message_en)
        self.code = code
        self.clause = clause
        self.cite = cite
        self.facts = facts or {}
        self.thresholds = thresholds or {}
