"""`make bench`: how long the product takes on many rows, on both databases."""

from tools.steps import environment
from tools.steps.paths import PYTHON, ROOT
from tools.steps.running import CommandLine, Progress, show

BENCHMARKS = ROOT / "tests" / "scale"


def bench(arguments: list[str]) -> int:
    """Measure on many rows, on SQLite and on PostgreSQL (tests/scale; LANDSBY_BENCH_SCALE=98 for a whole country)."""
    if not list(BENCHMARKS.glob("test_*.py")):
        print("Nothing to measure yet: tests/scale has no benchmark.")
        return 0
    environment.prepare(Progress(total=environment.STEPS), development=True)
    measure: CommandLine = [PYTHON, "-m", "pytest", "-q", "-m", "scale", "--capture=no", BENCHMARKS, *arguments]
    return max(show(measure), show([PYTHON, "-m", "tools.postgres", *measure]))
