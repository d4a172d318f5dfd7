"""`make lock`: compile requirements/*.in into locks with hashes and without any address."""

import sys
from functools import partial

from tools.steps.environment import PACKAGES_CURE, REQUIREMENTS
from tools.steps.paths import ROOT, VAR
from tools.steps.running import CommandLine, Progress, StepFailed, run

COMPILER = VAR / "lock-venv"
SETS = ("runtime", "dev", "rows", "oracles", "spark", "node", "lock")
BESIDE = {"rows": ("--constraint=requirements/dev.txt",)}
"""What a set is held to where its own file cannot say so: setuptools, which reads that one, knows no `-c`."""
OPTIONS = (
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",  # setuptools is a dependency of ours like any other
    "--strip-extras",
    "--annotation-style=line",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
)


def lock(arguments: list[str]) -> int:
    """Compile the locks from requirements/*.in (add --upgrade for the newest versions)."""
    if sys.version_info[:2] != (3, 11):
        raise StepFailed("The locks are for Python 3.11, the oldest that Landsby runs on: python3.11 tools/dev.py lock")
    progress = Progress(total=1 + len(SETS))
    progress.step("The compiler", _compiler)
    for name in SETS:
        progress.step(f"{name}.txt", partial(_compile, name, arguments))
    return 0


def _compiler() -> None:
    python = COMPILER / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", COMPILER], log="lock-venv")
    install: CommandLine = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "-r",
        REQUIREMENTS / "lock.txt",
    ]
    run(install, log="lock-venv", cure=PACKAGES_CURE)


def _compile(name: str, arguments: list[str]) -> None:
    source, target = (f"requirements/{name}.{ending}" for ending in ("in", "txt"))
    compiler = str(COMPILER / "bin" / "pip-compile")
    run([compiler, *OPTIONS, *BESIDE.get(name, ()), *arguments, f"--output-file={target}", source], log=f"lock-{name}")
    # The compiler's remark on "unsafe" packages has no meaning for the reader of this file.
    lines = (ROOT / target).read_text().splitlines(keepends=True)
    (ROOT / target).write_text("".join(line for line in lines if "considered to be unsafe" not in line))
