"""The import contracts of `.importlinter` hold, and each of them bites when a breach is planted."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files

BREACHES = {
    "houses": ("landsby/blueprint/text.py", "from landsby.web.kit import problems"),
    "blueprint-is-pure": ("landsby/blueprint/text.py", "import django"),
    "analysis-without-django": ("landsby/analysis/cells/tally.py", "import django"),
    "one-door-to-analysis": ("landsby/web/evaluations/rules.py", "from landsby.analysis.cells import tally"),
    "rooms": ("landsby/web/kit/problems.py", "from landsby.web.accounts import models"),
    "evaluation": ("landsby/evaluation/numbers.py", "from landsby.evaluation import findings"),
    "analysis": ("landsby/analysis/problems.py", "from landsby.analysis import runs"),
    "files-of-a-room": ("landsby/web/partnerships/rules.py", "from landsby.web.partnerships import views"),
}
"""For every contract, one line in one file that breaks it."""

NEW_ROOM = "landsby/web/garden"


def contracts() -> dict[str, str]:
    """The contracts' titles by their ids."""
    config = ConfigParser()
    config.read(ROOT / ".importlinter", encoding="utf-8")
    prefix = "importlinter:contract:"
    return {name.removeprefix(prefix): config[name]["name"] for name in config.sections() if name.startswith(prefix)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The Python of the package, to break in peace."""
    for path in (".importlinter", *files(".py", below="landsby")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def verdicts(folder: Path) -> dict[str, bool]:
    """Whether each contract is kept in a folder, by the contract's title."""
    script = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as lint; lint()"
    run = subprocess.run(
        [sys.executable, "-c", script, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    found = re.findall(r"^(.+?) (KEPT|BROKEN)", run.stdout, re.MULTILINE)
    assert found, run.stdout + run.stderr
    return {title: verdict == "KEPT" for title, verdict in found}


def test_every_contract_is_kept(copy):
    assert verdicts(copy) == dict.fromkeys(contracts().values(), True)


@pytest.mark.parametrize("contract", sorted(BREACHES))
def test_a_planted_breach_is_caught(copy, contract):
    path, line = BREACHES[contract]
    with (copy / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert verdicts(copy)[contracts()[contract]] is False


def test_every_contract_has_a_planted_breach():
    assert set(BREACHES) == set(contracts())


def test_a_room_that_stands_in_no_order_is_caught(copy):
    (copy / NEW_ROOM).mkdir()
    (copy / NEW_ROOM / "__init__.py").touch()
    assert verdicts(copy)[contracts()["rooms"]] is False
