"""The browser's own modules, by the tests that stand beside them in `frontend/tests`."""

from __future__ import annotations

import subprocess

from tests.architecture.source import ROOT
from tools.steps.environment import node_program


def test_the_modules_do_what_their_tests_say():
    files = sorted((ROOT / "frontend" / "tests").glob("*.test.mjs"))
    assert files
    run = subprocess.run([node_program(), "--test", *files], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
