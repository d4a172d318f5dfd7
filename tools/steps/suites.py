"""`make test`: the suite on SQLite, the suite on PostgreSQL, and the journeys in a browser."""

import time
from dataclasses import dataclass

from tools.steps import environment
from tools.steps.paths import PYTHON, ROOT
from tools.steps.running import CommandLine, Progress, seconds_since, show

TWO_AT_A_TIME = ("-n", "2", "--dist", "worksteal")
NONE_COLLECTED = 5  # pytest's exit status when no test matches


@dataclass(frozen=True)
class Suite:
    """One run of pytest."""

    name: str
    command: CommandLine


PYTEST = (PYTHON, "-m", "pytest", "-q")
SUITES = (
    Suite("Suite on SQLite", (*PYTEST, *TWO_AT_A_TIME)),
    Suite("Suite on PostgreSQL", (PYTHON, "-m", "tools.postgres", *PYTEST, *TWO_AT_A_TIME)),
    Suite("Journeys in a browser", (*PYTEST, *TWO_AT_A_TIME, "-m", "journey", ROOT / "tests" / "journeys")),
)


def test(arguments: list[str]) -> int:
    """Run every test: on SQLite, on PostgreSQL, and the journeys in a real browser."""
    environment.prepare(Progress(total=environment.STEPS), development=True)
    outcomes = [_run(suite, arguments) for suite in SUITES]
    print("\n" + "\n".join(line for line, _ in outcomes))
    return 0 if all(passed for _, passed in outcomes) else 1


def oracles(arguments: list[str]) -> int:
    """Compare the estimates with those of other packages, which are installed for it."""
    progress = Progress(total=environment.STEPS + 1)
    environment.prepare(progress, development=True)
    progress.step("Other people's estimators", environment.prepare_oracles)
    line, passed = _run(Suite("Agreement with others", (*PYTEST, *TWO_AT_A_TIME, "-m", "oracle")), arguments)
    print(f"\n{line}")
    return 0 if passed else 1


def spark(arguments: list[str]) -> int:
    """Read rows with Spark, which is installed for it: the same cells to the last digit (needs Java 17)."""
    progress = Progress(total=environment.STEPS + 1)
    environment.prepare(progress, development=True)
    progress.step("Spark", environment.prepare_spark)
    line, passed = _run(Suite("Cells by Spark", (*PYTEST, "-m", "spark")), arguments)
    print(f"\n{line}")
    return 0 if passed else 1


def _run(suite: Suite, arguments: list[str]) -> tuple[str, bool]:
    """Run one suite in plain sight; gives back its line of the summary and whether it passed."""
    print(f"\n── {suite.name} " + "─" * (70 - len(suite.name)), flush=True)
    started = time.monotonic()
    status = show([*suite.command, *arguments])
    words = {0: "passed", NONE_COLLECTED: "no tests found"}.get(status, "FAILED")
    return f"{suite.name:<24} {words} ({seconds_since(started)})", status == 0
