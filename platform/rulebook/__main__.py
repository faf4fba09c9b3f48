"""`python -m rulebook report | procedures [--write]`: reads the installed policies (entry points `juxian.policies`).

report prints how every clause is answered and what the decided cases have shown, and ends with 1 if anything is
missing; procedures prints the procedures drawn from their declarations, or writes them beside each policy.
"""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import entry_points

from rulebook import drawing, report
from rulebook.errors import RulebookError
from rulebook.policy import Policy


def installed() -> dict[str, Policy]:
    """The installed policies by entry point name. Raises PolicyError for one that is wrong."""
    return {entry.name: entry.load() for entry in sorted(entry_points(group="juxian.policies"), key=lambda e: e.name)}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 if all is well, 1 if a policy is wrong or incomplete."""
    parser = argparse.ArgumentParser(prog="python -m rulebook", description="Reports on the installed policies.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("report", help="clauses by kind of answer, cases per clause, rules seen to pass and to fail")
    drawn = commands.add_parser("procedures", help="the procedures drawn from their declarations")
    drawn.add_argument("--write", action="store_true", help="write PROCEDURES.md into each policy's folder")
    chosen = parser.parse_args(arguments)
    try:
        policies = installed()
    except RulebookError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if chosen.command == "report":
        return _report(policies)
    return _procedures(policies, write=chosen.write)


def _report(policies: dict[str, Policy]) -> int:
    for line in report.lines(policies.values()):
        sys.stdout.write(f"{line}\n")
    return 0 if all(report.of(policy).complete for policy in policies.values()) else 1


def _procedures(policies: dict[str, Policy], *, write: bool) -> int:
    for policy in policies.values():
        if write and policy.folder is not None:
            (policy.folder / "PROCEDURES.md").write_text(drawing.page(policy), encoding="utf-8")
        else:
            sys.stdout.write(drawing.page(policy))
    return 0


if __name__ == "__main__":
    sys.exit(main())
