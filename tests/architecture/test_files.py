"""What must never be in the repository, and the shape that keeps it readable."""

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = {
    ".py",
    ".toml",
    ".yaml",
    ".yml",
    ".md",
    ".ts",
    ".tsx",
    ".json",
    ".lock",
    ".html",
    ".css",
    ".conf",
    ".sh",
    ".typ",
    ".in",
}
# Written in parts, so that this file does not find itself.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:wor" + r"k|roo" + r"t|hom" + r"e/\w+|Use" + r"rs)/[\w.]")
REGISTRIES = re.compile(
    r"pypi\.or" + r"g|pythonhoste" + r"d|registry\.npmj" + r"s|npmmirro" + r"r|pypi\.tun" + r"a|/opt/pyp" + r"i"
)
LONGEST_FILE = 600
PERCENTILE_95 = 40


def _files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git working copy")
    return [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]


def _texts() -> list[tuple[Path, str]]:
    special = {"Makefile", "Dockerfile", "run"}
    return [
        (path.relative_to(ROOT), path.read_text(errors="replace"))
        for path in _files()
        if path.suffix in TEXT or path.name in special
    ]


def _sources() -> list[tuple[Path, str]]:
    ours = {"platform", "tenants", "policies", "deploy", "bench"}
    return [(path, text) for path, text in _texts() if path.suffix == ".py" and path.parts[0] in ours]


def test_platform_is_a_source_root_and_tests_are_no_packages():
    assert not (ROOT / "platform" / "__init__.py").exists()
    assert not (ROOT / "tests" / "platform").exists()
    assert sorted((ROOT / "tests").rglob("__init__.py")) == []


def test_test_files_have_names_of_their_own():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_no_path_of_one_machine_is_written_down():
    assert [(str(path), found[0]) for path, text in _texts() if (found := MACHINE_PATHS.search(text))] == []


def test_no_package_registry_is_written_down():
    assert [(str(path), found[0]) for path, text in _texts() if (found := REGISTRIES.search(text))] == []


def test_every_locked_python_package_has_its_hashes():
    for lock in (ROOT / "requirements").glob("*.lock"):
        entries = re.findall(r"^(\S+==\S+) \\\n    --hash=sha256:[0-9a-f]{64}", lock.read_text(), re.M)
        assert len(entries) == len(re.findall(r"^\S+==", lock.read_text(), re.M)) > 0


def test_the_production_lock_names_the_same_versions_as_the_full_one():
    pins = [
        set(re.findall(r"^(\S+==\S+) ", (ROOT / "requirements" / name).read_text(), re.M))
        for name in ("base.lock", "dev.lock")
    ]
    assert pins[0] - pins[1] == set()


def test_files_are_about_one_thing():
    long = {str(path): text.count("\n") for path, text in _sources() if "migrations" not in path.parts}
    assert {path: lines for path, lines in long.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short():
    lengths = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path, text in _sources()
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert statistics.quantiles(lengths, n=20)[-1] < PERCENTILE_95
