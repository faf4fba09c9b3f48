"""The layers of the house are contracts, and the contracts hold."""

import sys
from pathlib import Path

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]
# What the two pure libraries may use besides the standard library.
ALLOWED = {
    "rulebook": {"numpy", "yaml"},
    "sortition": {"numpy", "highspy"},
    "policies": {"rulebook"},
}


def test_every_import_contract_is_kept(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_pure_package_uses_only_what_it_names(package):
    graph = grimp.build_graph(package, include_external_packages=True, cache_dir=None)
    used = {module.split(".")[0] for module in graph.modules} - {package} - sys.stdlib_module_names
    assert used - ALLOWED[package] == set()
