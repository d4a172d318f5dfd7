"""Long-running processes that start together and end together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

from tools.steps.paths import ROOT
from tools.steps.running import CommandLine, StepFailed

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SECONDS_TO_END = 10
SECONDS_TO_DIE = 2
PAUSE = 0.1


class Group:
    """Processes that all end when one ends, or when this process is told to end.

    Each leads a process group of its own, so that what it starts ends with it. Use as a context:
    leaving it ends everything, however it is left.
    """

    def __init__(self) -> None:
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._told_to_end = False

    def __enter__(self) -> Self:
        self._handlers = {number: signal.signal(number, self._note_the_end) for number in ENDING}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tell(signal.SIGTERM)
        if not self._all_gone(SECONDS_TO_END):
            self._tell(signal.SIGKILL)
            self._all_gone(SECONDS_TO_DIE)
        for process in self._processes.values():
            process.wait()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def start(self, name: str, command: CommandLine, environment: dict[str, str]) -> None:
        """Start one process, with these environment variables on top of this process's own."""
        self._processes[name] = subprocess.Popen(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - there are no threads
        )

    def until(self, reached: Callable[[], bool], *, seconds: float) -> bool:
        """Wait until something is reached; False when time runs out first.

        Raises:
            StepFailed: when a process ends by itself; it should not have.
            KeyboardInterrupt: when told to end.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._told_to_end:
                raise KeyboardInterrupt
            for name in self._ended():
                status = self._processes[name].returncode
                raise StepFailed(f"The {name} ended by itself (status {status}). Its own words stand above.")
            if reached():
                return True
            time.sleep(PAUSE)
        return False

    def _note_the_end(self, _number: int, _frame: FrameType | None) -> None:
        self._told_to_end = True

    def _ended(self) -> list[str]:
        return [name for name, process in self._processes.items() if process.poll() is not None]

    def _tell(self, number: signal.Signals) -> None:
        for process in self._processes.values():
            if _group_lives(process.pid):
                os.killpg(process.pid, number)

    def _all_gone(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while any(_group_lives(process.pid) for process in self._processes.values()):
            self._ended()  # collects the leaders that have ended, so that their groups can vanish
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE)
        return True


def _end_with_parent() -> None:
    """In the new process: ask the kernel for SIGTERM when this process is killed and can end nobody."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def _group_lives(leader: int) -> bool:
    """Is there a process left in the group that `leader` led?"""
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True
