"""`python -m sortition solve`: the names of its figures, its files, and what it says of bad ones."""

import json
from pathlib import Path

import pytest

from sortition.__main__ import main

POOLS = Path(__file__).parents[1] / "data" / "draws"
NAMES = {
    "least_chance",
    "largest_chance",
    "mean_chance",
    "gini",
    "types",
    "panels",
    "cpu_seconds",
    "peak_mb",
    "upper_bound",
    "gap",
}


def solve(*more: str, pool: str = "syn_200_7_4", panel: int = 7) -> int:
    folder = POOLS / pool
    files = ["--categories", str(folder / "categories.csv"), "--respondents", str(folder / "respondents.csv")]
    return main(["solve", *files, "--panel", str(panel), *more])


def test_figures_have_their_names(capfd: pytest.CaptureFixture[str]) -> None:
    assert solve("--json") == 0
    figures = json.loads(capfd.readouterr().out)
    assert figures.keys() >= NAMES
    assert figures["mean_chance"] == 7 / 200
    assert figures["gap"] <= 1e-6
    assert figures["least_chance"] == pytest.approx(figures["upper_bound"], rel=1e-6)
    assert figures["barred"] == []


def test_a_portfolio_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.json"
    assert solve("--portfolio", str(path), pool="syn_200_7_4") == 0
    written = json.loads(path.read_text(encoding="utf-8"))
    assert sum(panel["weight"] for panel in written["panels"]) == 10**9
    assert all(sum(count for _, count in panel["counts"]) == 7 for panel in written["panels"])


def test_at_most_one_of_a_column(capfd: pytest.CaptureFixture[str]) -> None:
    assert solve("--json", "--at-most-one", "_unit", pool="syn_1000_20_4_u300", panel=20) == 0
    assert json.loads(capfd.readouterr().out)["types"] > 900


def test_an_impossible_panel_is_explained(capfd: pytest.CaptureFixture[str]) -> None:
    assert solve("--json", panel=40) == 1
    answer = json.loads(capfd.readouterr().out)
    assert answer["infeasible"]
    assert answer["conflict"]
    assert answer["relaxation"]


def test_the_question_may_be_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "problem.json"
    quotas = [{"category": "s", "value": "a", "lower": 1, "upper": 1}]
    people = {"甲": {"s": "a"}, "乙": {"s": "b"}, "丙": {"s": "b"}, "丁": {"s": "b"}}
    path.write_text(
        json.dumps({"people": people, "quotas": quotas, "seats": 2, "conflicts": [["甲", "乙"]]}), encoding="utf-8"
    )
    assert main(["--language", "zh", "solve", "--problem", str(path)]) == 0
    out = capfd.readouterr().out
    assert "不可能入选（1 人）：乙" in out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("categories.csv", "category,feature,min\na,b,1\n"),
        ("categories.csv", "category,feature,min,max\na,b,one,2\n"),
        ("respondents.csv", "nothing\nx\n"),
        ("respondents.csv", "unit,history,specialty,age\ninside,new\n"),
        ("respondents.csv", b"unit,history,specialty,age\n\xff,,,\n"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str | bytes
) -> None:
    for file in ("categories.csv", "respondents.csv"):
        (tmp_path / file).write_bytes((POOLS / "syn_200_7_4" / file).read_bytes())
    (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    files = ["--categories", str(tmp_path / "categories.csv"), "--respondents", str(tmp_path / "respondents.csv")]
    assert main(["solve", *files, "--panel", "7"]) == 1
    assert name in capsys.readouterr().err


def test_a_missing_file_and_an_incomplete_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
    assert main(["solve", "--panel", "7"]) == 2
    (tmp_path / "bad.json").write_text('{"people": 1}')
    assert main(["solve", "--problem", str(tmp_path / "bad.json")]) == 1
