"""Starting programs: with a line of progress and seconds, and the program's own words when it fails."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tools.steps.paths import ROOT, VAR

LOGS = VAR / "log"
TAIL = 40


CommandLine = Sequence[str | Path]


class StepFailed(Exception):
    """A step could not be done; the text says why and what to do."""


@dataclass
class Progress:
    """Numbers the steps of a command: `[2/6] Python packages … 18 s`."""

    total: int
    done: int = field(default=0)

    def step(self, title: str, work: Callable[[], str | None]) -> None:
        """Do one step. `work` may return a note, such as "unchanged", that stands after the seconds."""
        self.done += 1
        line = f"[{self.done}/{self.total}] {title} … "
        started = time.monotonic()
        try:
            with _ticking(line):
                note = work()
        except StepFailed:
            print("failed")
            raise
        print(f"{seconds_since(started)}{f' ({note})' if note else ''}", flush=True)


@contextmanager
def _ticking(line: str) -> Iterator[None]:
    """Show the line; on a terminal the seconds tick at its end until the work is done."""
    print(line, end="", flush=True)
    if not sys.stdout.isatty():
        yield
        return
    started = time.monotonic()
    done = threading.Event()

    def tick() -> None:
        while not done.wait(1):
            print(f"\r{line}{seconds_since(started)}", end="", flush=True)

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()
        print(f"\r{line}", end="", flush=True)


def seconds_since(started: float) -> str:
    """The time since `started` (a reading of the monotonic clock), for people: `18 s`."""
    return f"{time.monotonic() - started:.0f} s"


def run(command: CommandLine, *, log: str, cure: str = "", environment: dict[str, str] | None = None) -> str:
    """Run a program to its end, quietly, and give back what it printed.

    Args:
        log: the name of the file in var/log that keeps what it prints.
        cure: what to do if it fails, said after the program's own last words.
        environment: variables on top of this process's own.

    Raises:
        StepFailed: with the last lines that the program printed, and the cure.
    """
    finished = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    LOGS.mkdir(parents=True, exist_ok=True)
    (LOGS / f"{log}.log").write_text(finished.stdout)
    if finished.returncode != 0:
        last_words = "\n".join(f"    {line}" for line in finished.stdout.splitlines()[-TAIL:])
        raise StepFailed("\n".join(part for part in (last_words, cure) if part))
    return finished.stdout


def show(command: CommandLine, *, environment: dict[str, str] | None = None) -> int:
    """Run a program in plain sight and give back its exit status.

    When told to end, hand that on and await the program's end, so that it can put away what it started.

    Raises:
        KeyboardInterrupt: when told to end, after the program has.
    """
    sys.stdout.flush()
    child = subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
    )
    told: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        if number != signal.SIGINT:  # Ctrl-C reaches the program from the terminal by itself
            child.send_signal(number)

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        status = child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if told:
        raise KeyboardInterrupt
    return status
