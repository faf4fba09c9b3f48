"""What the documents say is so: their links lead somewhere, their commands exist, every setting is described."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SETTING = re.compile(r"\b(?:JUXIAN_[A-Z_]+|DATABASE_URL|REDIS_URL|SENTRY_DSN)\b")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def _documents() -> list[Path]:
    skipped = {"node_modules", ".venv", ".local", "dist"}
    return [path for path in ROOT.rglob("*.md") if not skipped.intersection(path.relative_to(ROOT).parts)]


def _make_targets() -> set[str]:
    (line,) = re.findall(r"^COMMANDS := (.*)$", (ROOT / "Makefile").read_text(), re.M)
    return {*line.split(), "help"}


@pytest.mark.parametrize("document", _documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    broken = [link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()]
    assert broken == []


@pytest.mark.parametrize("document", _documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_make_commands_exist(document):
    named = set(re.findall(r"`make ([a-z][a-z-]*)", document.read_text()))
    assert named - _make_targets() == set()


def test_every_make_command_is_one_of_the_launcher():
    from deploy.local.commands import COMMANDS

    assert _make_targets() - {"help"} == COMMANDS.keys()


def test_make_help_names_every_command_a_newcomer_needs():
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"run", "test", "check", "bench"} <= set(re.findall(r"^make ([a-z-]+)", shown, re.M))


def test_every_setting_from_the_environment_is_described():
    sources = [path for folder in ("platform", "tenants") for path in (ROOT / folder).rglob("*.py")]
    used = {
        name for path in sources for name in re.findall(r"\"([A-Z_]+)\"", path.read_text()) if SETTING.fullmatch(name)
    }
    described = set(SETTING.findall((ROOT / "deploy" / "README.md").read_text()))
    assert used - described == set()
    assert {name for name in described if name.startswith("JUXIAN_")} - used == set()


def test_the_compose_file_asks_only_for_what_the_example_names():
    compose = (ROOT / "deploy" / "compose.yaml").read_text()
    example = (ROOT / "deploy" / "environment.example").read_text()
    asked = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)\}", compose))
    assert asked - set(re.findall(r"^#?([A-Z_]+)=", example, re.M)) == set()
    services = yaml.safe_load(compose)["services"]
    needed = {name for service in services.values() for name in service.get("depends_on", ())}
    assert needed - services.keys() == set()
