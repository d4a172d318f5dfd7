"""What is started together ends together, children's children too."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from tools.steps.processes import Group
from tools.steps.running import StepFailed

# Starts a child of its own, writes the child's number, and waits.
PARENT = """
import subprocess, sys, pathlib
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(sys.argv[1]).write_text(str(child.pid))
child.wait()
"""


def number_in(file: Path) -> int | None:
    return int(file.read_text()) if file.exists() and file.read_text() else None


def is_running(number: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_leaving_ends_the_childrens_children(tmp_path):
    file = tmp_path / "number"
    with Group() as processes:
        processes.start("parent", [sys.executable, "-c", PARENT, file], {})
        assert processes.until(lambda: number_in(file) is not None, seconds=10)
        assert is_running(number_in(file))
    assert not is_running(number_in(file))


def test_when_one_ends_by_itself_the_group_ends(tmp_path):
    file = tmp_path / "number"
    with Group() as processes:
        processes.start("parent", [sys.executable, "-c", PARENT, file], {})
        assert processes.until(lambda: number_in(file) is not None, seconds=10)
        processes.start("short", [sys.executable, "-c", "raise SystemExit(3)"], {})
        with pytest.raises(StepFailed, match=r"The short ended by itself \(status 3\)"):
            processes.until(lambda: False, seconds=10)
    assert not is_running(number_in(file))


def test_being_told_to_end_ends_the_wait_without_force():
    started = time.monotonic()
    with Group() as processes:
        processes.start("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"], {})
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM)).start()
        with pytest.raises(KeyboardInterrupt):
            processes.until(lambda: False, seconds=30)
    assert time.monotonic() - started < 9, "it must not have to be killed"
