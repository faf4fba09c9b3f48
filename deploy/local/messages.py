"""What the launcher says: plain lines while it works, and cause plus way out when a step fails."""

import sys


class Trouble(Exception):
    """A step failed for a cause we can name; `way_out` says what the person at the keyboard can do."""

    def __init__(self, cause: str, way_out: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.way_out = way_out

    def __str__(self) -> str:
        return f"{self.cause}\n  What helps: {self.way_out}"


def say(line: str) -> None:
    """Print a line of progress at once; progress goes to stderr so that stdout stays machine-readable."""
    print(line, file=sys.stderr, flush=True)
