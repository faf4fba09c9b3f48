"""`python -m sortition verify|mine|solve`: check a record, find oneself on it, or compute a portfolio.

`verify` and `mine` need the standard library alone. Exit status: 0 when all is well, 1 when a check failed or there is no answer,
2 when the command was not understood.
"""

import argparse
import json
import sys
from pathlib import Path

from sortition import checking, shape
from sortition.words import LANGUAGES, Refused


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m sortition", description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, default="zh")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser("verify", help="check a record")
    verify.add_argument("record", type=Path)
    verify.add_argument(
        "--ledger-hash", action="append", default=[], metavar="H", help="a hash that the ledger published"
    )
    verify.add_argument("--json", action="store_true")
    mine = commands.add_parser("mine", help="find one person on a record")
    mine.add_argument("record", type=Path)
    mine.add_argument("--secret", required=True, metavar="SALT:PERSON")
    solve = commands.add_parser("solve", help="compute the fairest portfolio")
    _solve_arguments(solve)
    options = parser.parse_args(arguments)
    command = {"verify": _verify, "mine": _mine, "solve": _solve}[options.command]
    try:
        return command(options)
    except Refused as refusal:
        print(refusal.words(options.language), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2


def _solve_arguments(solve: argparse.ArgumentParser) -> None:
    solve.add_argument("--categories", type=Path, metavar="CSV", help="category,feature,min,max")
    solve.add_argument("--respondents", type=Path, metavar="CSV", help="one row per person")
    solve.add_argument("--problem", type=Path, metavar="JSON", help="the whole question instead of the two tables")
    solve.add_argument("--panel", type=int, metavar="K", help="number of seats")
    solve.add_argument("--at-most-one", metavar="COLUMN", help="at most one person per value of this column")
    solve.add_argument("--objective", default="leximin", metavar="|".join(shape.OBJECTIVES))
    solve.add_argument("--seconds", type=float, help="stop after so many CPU seconds with the gap proved so far")
    solve.add_argument("--portfolio", type=Path, metavar="JSON", help="write the panels and their weights here")
    solve.add_argument("--json", action="store_true")


def _verify(options: argparse.Namespace) -> int:
    report = checking.verify(_read(options.record), options.ledger_hash)
    if options.json:
        checks = [{"code": one.code, "ok": one.ok, "zh": one.zh, "en": one.en} for one in report.checks]
        answer = {"ok": report.ok, "stage": report.stage, "checks": checks, "hashes": dict(report.hashes)}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        print("\n".join(report.lines(options.language)))
    return 0 if report.ok else 1


def _read(path: Path) -> bytes:
    """Read no more of a file than a record may hold, so that a wrong file fills no memory."""
    with path.open("rb") as file:
        return file.read(shape.LARGEST_BYTES + 1)


def _mine(options: argparse.Namespace) -> int:
    document = shape.parse(_read(options.record))
    report = checking.verify(document)
    if not report.ok:
        print("\n".join(report.lines(options.language)))
        return 1
    place = checking.mine(document, options.secret)
    print(place.words(options.language))
    return 0


def _solve(options: argparse.Namespace) -> int:
    from sortition import reading, summary  # the checker must run without the numeric libraries

    if options.problem:
        problem = reading.from_json(options.problem.read_text(encoding="utf-8"))
    elif options.categories and options.respondents and options.panel:
        problem = reading.from_csv(options.categories, options.respondents, options.panel, options.at_most_one)
    else:
        print("--problem, or --categories, --respondents and --panel", file=sys.stderr)
        return 2
    return summary.solve_and_print(problem, options)


if __name__ == "__main__":
    sys.exit(main())
