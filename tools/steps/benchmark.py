"""`make bench`: how long the product takes on many rows."""

from tools.steps import environment
from tools.steps.paths import PYTHON, ROOT
from tools.steps.running import Progress, show

BENCHMARKS = ROOT / "tests" / "scale"


def bench(arguments: list[str]) -> int:
    """Measure time and memory on many rows (tests/scale)."""
    if not list(BENCHMARKS.glob("test_*.py")):
        print("Nothing to measure yet: tests/scale has no benchmark.")
        return 0
    environment.prepare(Progress(total=environment.STEPS), development=True)
    return show([PYTHON, "-m", "pytest", "-m", "scale", "--capture=no", BENCHMARKS, *arguments])
