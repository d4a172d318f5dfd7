"""`make check` and `make fix`: everything that can be said of the code without running the suites."""

import time
from dataclasses import dataclass
from pathlib import Path

from tools.steps import environment
from tools.steps.paths import MANAGE, PYTHON, VENV
from tools.steps.running import CommandLine, Progress, StepFailed, run, seconds_since

SETTINGS = {"LANDSBY_DEMO": "1", "DATABASE_URL": "sqlite://:memory:"}


@dataclass(frozen=True)
class Check:
    """One program that looks at the code, and what to do when it objects."""

    name: str
    command: CommandLine
    cure: str = ""


def _program(name: str) -> Path:
    return VENV / "bin" / name


CHECKS = (
    Check("Style", (_program("ruff"), "check", "."), "`make fix` mends what can be mended by itself."),
    Check("Format", (_program("ruff"), "format", "--check", "."), "`make fix` formats the code."),
    Check("Types", (_program("mypy"),)),
    Check("Imports run downhill", (_program("lint-imports"), "--no-cache")),
    Check("Templates", (_program("djlint"), "landsby", "--lint", "--quiet")),
    Check("Django's own checks", (PYTHON, MANAGE, "check", "--fail-level", "WARNING")),
    Check(
        "Migrations match the models",
        (PYTHON, MANAGE, "makemigrations", "--check", "--dry-run"),
        "`.venv/bin/python manage.py makemigrations` writes what is missing.",
    ),
    Check(
        "Texts in both languages",
        (PYTHON, "-m", "tools.messages", "--check"),
        "`make fix` collects new texts; write their English in landsby/locale/en/LC_MESSAGES/django.po.",
    ),
    Check(
        "Pages about definitions",
        (PYTHON, "-m", "tools.definition_pages", "--check"),
        "`make fix` writes them anew from the schema.",
    ),
    Check(
        "Table of the data-protection template",
        (PYTHON, "-m", "tools.policy_pages", "--check"),
        "`make fix` writes it anew from the data policy.",
    ),
)

FIXES = (
    Check("Style", (_program("ruff"), "check", "--fix", "--exit-zero", ".")),
    Check("Format", (_program("ruff"), "format", ".")),
    Check("Texts collected", (PYTHON, "-m", "tools.messages")),
    Check("Pages about definitions", (PYTHON, "-m", "tools.definition_pages")),
    Check("Table of the data-protection template", (PYTHON, "-m", "tools.policy_pages")),
)


def check(_arguments: list[str]) -> int:
    """Look at the code without running it: style, types, imports, templates, migrations, texts, pages."""
    _prepare()
    objections = [check.name for check in CHECKS if not _passes(check)]
    if objections:
        print(f"\n{len(objections)} of {len(CHECKS)} checks object: {', '.join(objections)}.")
        return 1
    print(f"\nAll {len(CHECKS)} checks pass.")
    return 0


def fix(_arguments: list[str]) -> int:
    """Mend style and format, collect new texts into the catalogue, and write the pages about definitions."""
    _prepare()
    failed = [fix.name for fix in FIXES if not _passes(fix)]
    return 1 if failed else 0


def _prepare() -> None:
    environment.prepare(Progress(total=environment.STEPS), development=True)
    print()


def _passes(check: Check) -> bool:
    """Run one check and tell how it went; its own words stand under it when it objects."""
    print(f"{check.name} … ", end="", flush=True)
    started = time.monotonic()
    log = check.name.lower().replace(" ", "-")
    try:
        run(check.command, log=log, cure=check.cure, environment=SETTINGS)
    except StepFailed as objection:
        print(f"objects ({seconds_since(started)})\n{objection}", flush=True)
        return False
    print(seconds_since(started), flush=True)
    return True
