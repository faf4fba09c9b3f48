"""policies/README.md is true: its files make a policy that loads and decides, and it names every field of Policy."""

from __future__ import annotations

import dataclasses
import importlib
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from rulebook import Policy, PolicyError, report

README = Path(__file__).parents[2] / "policies" / "README.md"
_BLOCK = re.compile(r"^```\w+ file=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _write(folder: Path) -> None:
    for name, text in _BLOCK.findall(README.read_text(encoding="utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _load(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Policy:
    monkeypatch.syspath_prepend(str(folder.parent))
    for name in [name for name in sys.modules if name.split(".")[0] == folder.name]:
        monkeypatch.delitem(sys.modules, name)
    importlib.invalidate_caches()
    policy = importlib.import_module(folder.name).policy
    assert isinstance(policy, Policy)
    return policy


def test_the_files_of_the_readme_make_a_policy_that_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "example_water")
    policy = _load(tmp_path / "example_water", monkeypatch)
    facts = {"title": "高级工程师", "field_since": date(2020, 1, 1), "birth_date": date(1950, 1, 1), "voluntary": True}
    decision = policy.decide(tier="city", facts=facts, on=date(2026, 11, 23))
    assert decision.verdict == "no"
    assert [finding.cite for finding in decision.refused] == ["第二条（二）"]
    assert report.of(policy).complete


def test_the_readme_names_every_field_of_a_policy() -> None:
    table = README.read_text(encoding="utf-8").split("## Every field of `Policy`")[1].split("## ")[0]
    named = re.findall(
        r"`(\w+)`", "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    )
    assert named == [field.name for field in dataclasses.fields(Policy)]


WRONG = [
    ("eligibility.py", 'fact("voluntary").holds()', 'fact("volontary").holds()', "eligibility.py:30", "volontary"),
    ("eligibility.py", 'param("field_years")', 'param("feild_years")', "eligibility.py:21", "feild_years"),
    ("eligibility.py", '"age",\n        "2.2"', '"title",\n        "2.2"', "eligibility.py:", "title"),
    ("eligibility.py", '"age",\n        "2.2"', '"age",\n        "2.9"', "eligibility.py:", "2.9"),
    ("instrument.yaml", 'id: "2.2"', 'id: "2.1"', "instrument.yaml:11", "2.1"),
    ("instrument.yaml", "by: none, why: 立法目的，不设条件", "by: none", "instrument.yaml:9", "why"),
    ("instrument.yaml", "两个组, by: parameter", "两个组, by: document", "instrument.yaml:13", "document"),
    ("instrument.yaml", "effective: 2025-06-01", "effective: 一月", "instrument.yaml:1", "一月"),
    (
        "instrument.yaml",
        "effective: 2025-06-01",
        "effective: 2025-06-01\neffective: 2025-07-01",
        "instrument.yaml:4",
        "effective",
    ),
    ("instrument.yaml", "by: rule}", "by: rul}", "instrument.yaml:10", "rule"),
    (
        "parameters.yaml",
        "values: [{value: 70}]",
        "values: [{since: 2020-01-01, value: 70}]",
        "parameters.yaml:3",
        "2025-06-01",
    ),
    ("parameters.yaml", "values: [{value: 70}]", "values: [{value: 七十}]", "parameters.yaml:3", "七十"),
    ("parameters.yaml", "key: age_max", "key: field_years", "parameters.yaml:3", "field_years"),
    ("parameters.yaml", "change: filed", "change: free", "parameters.yaml:3", "free"),
    (
        "parameters.yaml",
        "stricter, stricter: higher, values: [{value: 3}]",
        "stricter, values: [{value: 3}]",
        "parameters.yaml:",
        "stricter",
    ),
    ("parameters.yaml", 'clause: "2.2"', 'clause: "9"', "parameters.yaml:3", "9"),
    ("parameters.yaml", "change: filed", "chnge: filed", "parameters.yaml:3", "chnge"),
    ("ways.py", 'differs_from=("first_review",)', 'differs_from=("third_review",)', "ways.py:", "third_review"),
    ("ways.py", 'documents=("form",)', 'documents=("from",)', "ways.py:", "from"),
    ("ways.py", '"notice_working_days", clause', '"notice_days", clause', "ways.py:", "notice"),
    ("ways.py", 'purposes=("assessment",)', 'purposes=("assesment",)', "ways.py:", "assesment"),
    ("__init__.py", 'eligibility={"city"', 'eligibility={"town"', "__init__.py:", "town"),
    ("documents/form.md", "| 职称 | {{ 职称 }} |", "", "documents/form.md", "职称"),
    (
        "cases/all.yaml",
        "title: 工程师, field_years: 2",
        "title: 工程师, field_years: 4",
        "cases/all.yaml:3",
        "中级2年的不通过",
    ),
    (
        "cases/all.yaml",
        "facts: {voluntary: false}}, expect: fail",
        "facts: {voluntary: true}}, expect: pass",
        "eligibility.py:",
        "voluntary",
    ),
    ("cases/all.yaml", 'clause: "2.3", given', 'clause: "7", given', "cases/all.yaml:7", "7"),
    ("cases/all.yaml", "kind: term", "kind: trem", "cases/all.yaml:9", "trem"),
]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "where", "named"), WRONG, ids=[f"{wrong[0]}-{wrong[3]}-{wrong[4]}" for wrong in WRONG]
)
def test_a_wrong_file_is_refused_with_file_line_and_reason(
    file: str, right: str, wrong: str, where: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "example_water"
    _write(folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert right in text
    (folder / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(PolicyError) as refusal:
        _load(folder, monkeypatch)
    assert f"example_water/{where}" in refusal.value.message
    assert named in refusal.value.message


def test_a_missing_file_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "example_water"
    _write(folder)
    (folder / "parameters.yaml").unlink()
    with pytest.raises(PolicyError, match=r"example_water/parameters\.yaml"):
        _load(folder, monkeypatch)
