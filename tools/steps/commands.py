"""The commands: what each is called, what it does, and how its failure is told."""

import signal
import sys
from collections.abc import Callable

from tools.steps import benchmark, checks, demo, environment, locks, suites
from tools.steps.running import Progress, StepFailed

Command = Callable[[list[str]], int]


def setup(arguments: list[str]) -> int:
    """Install everything that work on Landsby needs, into this folder only (--production: what serving it needs)."""
    development = "--production" not in arguments
    environment.prepare(Progress(total=environment.STEPS), development=development)
    print("\nReady. The command is .venv/bin/landsby; `make help` lists what else there is.")
    return 0


def show_help(_arguments: list[str]) -> int:
    """Say what each command does."""
    print("make COMMAND, or python3 tools/dev.py COMMAND:\n")
    for name, command in COMMANDS.items():
        print(f"  {name:<7} {(command.__doc__ or '').splitlines()[0]}")
    return 0


COMMANDS: dict[str, Command] = {
    "demo": demo.demo,
    "test": suites.test,
    "check": checks.check,
    "fix": checks.fix,
    "bench": benchmark.bench,
    "oracles": suites.oracles,
    "spark": suites.spark,
    "setup": setup,
    "lock": locks.lock,
    "help": show_help,
}


def main(words: list[str]) -> int:
    """Run the command that `words` begin with; the rest are its arguments. Returns the exit status."""
    name, *arguments = words or ["help"]
    command = COMMANDS.get(name)
    if command is None:
        show_help([])
        print(f"\nThere is no command {name!r}.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # told to end is told to end, by whatever means
    try:
        return command(arguments)
    except StepFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
