"""The demo's database: built once as a pattern, and copied for whoever wants to write in it.

The pattern is never written in after it is built. `make demo` serves one copy, in which visitors may
do as they like; each journey starts from a copy of its own.
"""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from tools.steps.paths import DEMO, MANAGE, PYTHON, ROOT
from tools.steps.running import run
from tools.steps.stamps import fingerprint, forget, is_fresh, remember

PATTERN = DEMO / "pattern.sqlite3"
SERVED = DEMO / "served.sqlite3"
# What decides the demo's rows: its generator, the definitions, what reckons its evaluation, and the actions that write.
IS_MADE_FROM = (
    "landsby/demo",
    "landsby/definitions",
    "landsby/blueprint",
    "landsby/evaluation",
    "landsby/analysis",
    "landsby/web/*/models*",
    "landsby/web/*/actions*",
    "landsby/web/*/rules*",
    "landsby/web/*/migrations",
    "landsby/web/kit/*.py",
)


def demo_environment(database: Path) -> dict[str, str]:
    """The settings of the demo on this database, as environment variables."""
    return {"LANDSBY_DEMO": "1", "DATABASE_URL": f"sqlite:///{quote(str(database))}"}


def pattern() -> tuple[Path, str]:
    """The pattern, built when there is none or when what decides its rows has changed, and its fingerprint.

    It grows under another name and takes its place when complete, so that a broken build leaves
    nothing half-made; a second process that asks meanwhile waits for the first.
    """
    made_from = _fingerprint()
    with _alone():
        if not (PATTERN.exists() and is_fresh("demo-pattern", made_from)):
            forget("demo-pattern")
            _build()
            remember("demo-pattern", made_from)
    return PATTERN, made_from


def served() -> str | None:
    """The copy that `make demo` serves; made anew when the pattern is, else left as visitors left it."""
    source, made_from = pattern()
    if SERVED.exists() and is_fresh("demo-served", made_from):
        return "unchanged"
    forget("demo-served")
    _remove(SERVED)
    copy_database(source, SERVED)
    remember("demo-served", made_from)
    return None


def copy_database(source: Path, target: Path) -> None:
    """Make `target` what `source` is, also when others have `target` open."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


def _fingerprint() -> str:
    return fingerprint(path for pattern in IS_MADE_FROM for path in ROOT.glob(pattern))


def _build() -> None:
    growing = DEMO / "growing.sqlite3"
    _remove(growing)
    settings = demo_environment(growing)
    run([PYTHON, MANAGE, "migrate", "--verbosity", "0"], log="demo-migrate", environment=settings)
    run([PYTHON, "-m", "landsby.cli", "demo", "build"], log="demo-build", environment=settings)
    _remove(PATTERN)
    growing.rename(PATTERN)


@contextmanager
def _alone() -> Iterator[None]:
    DEMO.mkdir(parents=True, exist_ok=True)
    with (DEMO / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove(file: Path) -> None:
    """Remove a SQLite database and the journals beside it."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)
