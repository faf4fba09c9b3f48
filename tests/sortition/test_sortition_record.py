"""The record from freeze to replacement, and what its check finds when any field of it is changed."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import sortition
from sortition import Problem, Refused, hashes, record, shape

SOURCES = Path(sortition.__file__).parent
SCHEMA = json.loads((SOURCES / "record.schema.json").read_text(encoding="utf-8"))
Document = dict[str, Any]
Maker = Callable[..., Document]


@pytest.mark.parametrize("hash_name", ["sha256", "sm3"])
@pytest.mark.parametrize("mode", ["hmac", "rfc3797"])
def test_a_finished_record_passes_and_has_the_form_of_the_schema(drawn: Maker, hash_name: str, mode: str) -> None:
    for seed in range(8):
        document = drawn(seed, hash_name, mode)
        published = [document["commitments"]["ledger"], document["result"]["hash"], document["seal"]]
        report = sortition.verify(json.dumps(document), published)
        assert report.ok, report.lines("en")
        assert report.stage == "drawn"
        assert [check.code for check in report.checks[-3:]] == ["check.ledger_hash"] * 3
        jsonschema.Draft202012Validator(SCHEMA).validate(document)


def test_a_record_is_checked_at_every_stage(pool: Callable[..., Problem]) -> None:
    problem = pool("syn_200_7_4")
    salts = record.new_salts(problem.features)
    label = record.Label(1, "机构", "项目评审", "2026-1")
    frozen = record.freeze(portfolio=sortition.solve(problem), label=label, salts=salts, alternates=7)
    secret = record.new_secret()
    part = record.commit_part(frozen.document, "agency", secret)
    committed = record.commit(frozen.document, parts=[part])
    done = record.draw(committed, parts={"agency": secret})
    stages = [frozen.document, committed, done, record.replace(done, out=done["result"]["members"][2], reason="病")]
    assert [sortition.verify(one).stage for one in stages] == ["frozen", "committed", "drawn", "drawn"]
    assert all(sortition.verify(one).ok for one in stages)
    assert record.order(done, problem.features, salts) == frozen.people
    assert len(record.panel(stages[3])) == 7


def test_a_successor_keeps_the_quotas_and_is_fixed_beforehand(pool: Callable[..., Problem], drawn: Maker) -> None:
    for seed in range(12):
        document = drawn(seed)
        panel = record.panel(document)
        if not panel:
            continue
        once, again = (record.replace(document, out=panel[0], reason="婉拒") for _ in range(2))
        assert once["replacements"][-1] == again["replacements"][-1]
        successor = once["replacements"][-1]["in"]
        if successor is not None:
            assert successor not in document["result"]["members"]
            assert all(successor not in (one["out"], one["in"]) for one in document["replacements"])
        assert sortition.verify(once).ok


def changes(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield every place of a JSON value with something else to put there."""
    if path:
        yield path, None if value is not None else 1
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from changes(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from changes(inner, (*path, index))
        if value:
            yield path, value[:-1]
            yield path, [*value, value[-1]]
            if value != value[::-1]:
                yield path, value[::-1]
    elif isinstance(value, bool) or value is None:
        yield path, "0" * 64
    elif isinstance(value, int):
        yield path, value + 1
        yield path, value - 1
        yield path, float(value)
        yield path, bool(value)
    else:
        yield path, value + "x"
        yield path, ("1" if value[:1] == "0" else "0") + value[1:]


def changed(document: Document, path: tuple[Any, ...], value: Any) -> Document:
    other = copy.deepcopy(document)
    place: Any = other
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return other


def test_every_change_of_any_single_field_is_refused(drawn: Maker) -> None:
    for seed in range(3):
        document = drawn(seed)
        tried = 0
        for path, value in changes(document):
            other = changed(document, path, value)
            report = sortition.verify(other)
            assert not report.ok, (path, value)
            tried += 1
        assert tried > 300


def test_a_field_too_many_or_too_few_is_refused(drawn: Maker) -> None:
    document = drawn(1)
    for name in document:
        fewer = {key: value for key, value in document.items() if key != name}
        assert not sortition.verify(fewer).ok
    assert not sortition.verify({**document, "note": ""}).ok


def test_a_wholly_remade_record_is_consistent_but_not_the_one_published(drawn: Maker) -> None:
    genuine, remade = drawn(1), drawn(2)
    assert sortition.verify(remade).ok
    assert sortition.verify(remade).checks[-1].code == "proves.nothing"
    report = sortition.verify(remade, [genuine["commitments"]["ledger"]])
    assert not report.ok
    assert report.checks[-1].code == "fail.ledger_hash"


def test_a_remade_public_value_is_caught_by_the_published_result(drawn: Maker) -> None:
    genuine = next(one for one in (drawn(seed) for seed in range(50)) if one["entropy"]["value"])
    secrets = {one["holder"]: one["secret"] for one in genuine["parts"]}
    committed = {
        **genuine,
        "parts": [],
        "result": None,
        "replacements": [],
        "entropy": {**genuine["entropy"], "value": None},
    }
    values = ["31337", *genuine["entropy"]["value"][1:]]
    remade = record.draw(committed, parts=secrets, values=values)
    assert sortition.verify(remade, [genuine["commitments"]["ledger"]]).ok
    assert not sortition.verify(remade, [genuine["result"]["hash"]]).ok


def test_a_part_that_was_not_committed_is_refused(pool: Callable[..., Problem]) -> None:
    problem = pool("syn_200_7_4")
    frozen = record.freeze(
        portfolio=sortition.solve(problem),
        label=record.Label(1, "a", "b", "c"),
        salts=record.new_salts(problem.features),
    )
    secret = record.new_secret()
    committed = record.commit(
        frozen.document, parts=[record.commit_part(frozen.document, "agency", secret)], sources=["彩票"]
    )
    for parts, values, code in (
        ({"agency": record.new_secret()}, ["1"], "fail.hash"),
        ({}, ["1"], "fail.holders"),
        ({"agency": secret, "other": secret}, ["1"], "fail.holders"),
        ({"agency": secret}, [], "fail.entropy"),
        ({"agency": secret}, ["1", "2"], "fail.entropy"),
    ):
        with pytest.raises(Refused) as refusal:
            record.draw(committed, parts=parts, values=values)
        assert refusal.value.code == code


def test_steps_out_of_turn_are_refused(drawn: Maker) -> None:
    document = drawn(0)
    for step in (
        lambda: record.commit(document),
        lambda: record.draw(document),
        lambda: record.replace({**document, "result": None}, out=0, reason=""),
        lambda: record.replace(document, out=10**6, reason=""),
    ):
        with pytest.raises(Refused):
            step()


def test_one_person_finds_their_place_and_chance(
    random_problem: Callable[[int], Problem], pool: Callable[..., Problem]
) -> None:
    problem = pool("syn_200_7_4")
    portfolio = sortition.solve(problem)
    salts = record.new_salts([*problem.features, "gone"])
    label = record.Label(1, "a", "b", "c")
    document = record.freeze(
        portfolio=portfolio, label=label, salts=salts, exclusions={"gone": "本人申请回避"}
    ).document
    place = sortition.mine(document, f"{salts['7']}:7")
    assert place.chance == portfolio.chances["7"]
    assert place.features == {c: problem.features["7"][c] for c in ("unit", "history", "specialty", "age")}
    assert sortition.mine(document, f"{salts['gone']}:gone").words("zh") == "已被排除：本人申请回避"
    for secret, code in (
        (f"{salts['7']}:8", "mine.absent"),
        ("zz:7", "mine.secret"),
        (salts["7"], "mine.secret"),
        ("ab:7", "mine.secret"),
    ):
        with pytest.raises(Refused) as refusal:
            sortition.mine(document, secret)
        assert refusal.value.code == code


def test_an_rfc_3797_record_selects_as_the_rfc_published(every_panel: Any) -> None:
    features = {f"v{i:02}": {"kind": "volunteer"} for i in range(1, 26)}
    problem = Problem(features, (sortition.Quota("kind", "volunteer", 10, 10),), 10)
    frozen = record.freeze(
        portfolio=sortition.solve(problem),
        label=record.Label(1, "IETF", "NomCom", "RFC 3797"),
        salts=record.new_salts(features),
        mode="rfc3797",
    )
    sources = ["9319", "2 5 12 8 10", "9 18 26 34 41 45"]
    done = record.draw(record.commit(frozen.document, sources=["sales", "lottery", "lottery"]), values=sources)
    assert [index + 1 for index in done["result"]["members"]] == [17, 7, 2, 16, 25, 23, 8, 24, 19, 13]
    assert sortition.verify(done).ok


def without_numpy(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the checker with no site-packages at all."""
    command = [sys.executable, "-I", "-S", "-c", _ISOLATED, str(SOURCES.parent), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


_ISOLATED = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from sortition.__main__ import main
code = main(sys.argv[1:])
assert "numpy" not in sys.modules and "highspy" not in sys.modules
import resource
usage = resource.getrusage(resource.RUSAGE_SELF)
print(f"{usage.ru_utime + usage.ru_stime:.3f}", file=sys.stderr)
sys.exit(code)
"""


def test_the_check_needs_the_standard_library_alone(tmp_path: Path, drawn: Maker) -> None:
    document = drawn(4)
    path = tmp_path / "record.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    done = without_numpy("verify", str(path), "--ledger-hash", document["commitments"]["ledger"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "公示" in done.stdout
    path.write_text(json.dumps({**document, "seats": document["seats"] + 1}), encoding="utf-8")
    assert without_numpy("verify", str(path)).returncode == 1


def test_a_hundred_thousand_people_are_checked_in_a_second(tmp_path: Path) -> None:
    features = {f"p{i}": {"a": f"a{i % 7}", "b": f"b{i // 7 % 5}", "c": f"c{(i * i) % 11}"} for i in range(100_000)}
    quotas = tuple(sortition.Quota("a", f"a{i}", 1, 6) for i in range(7))
    problem = Problem(features, quotas + tuple(sortition.Quota("b", f"b{i}", 2, 6) for i in range(5)), 20)
    salts = {person: hashes.digests.digest("sha256", person.encode()).hex() for person in features}
    frozen = record.freeze(
        portfolio=sortition.solve(problem), label=record.Label(1, "a", "b", "c"), salts=salts, alternates=20
    )
    secret = record.new_secret()
    committed = record.commit(frozen.document, parts=[record.commit_part(frozen.document, "agency", secret)])
    document = record.draw(committed, parts={"agency": secret})
    path = tmp_path / "record.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    seconds = min(float(without_numpy("verify", str(path)).stderr.splitlines()[-1]) for _ in range(2))
    assert seconds <= 1.0


def test_the_schema_and_the_checker_agree_on_the_form(drawn: Maker) -> None:
    document = drawn(3)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for path, value in changes(document):
        if isinstance(value, float):
            continue  # JSON Schema takes 1.0 for an integer; a record does not
        other = changed(document, path, value)
        try:
            shape.check(other)
            fits = True
        except Refused:
            fits = False
        assert fits == validator.is_valid(other), (path, value)
