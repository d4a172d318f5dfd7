"""Remembering what a step was made from, so that unchanged work is not done twice."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tools.steps.paths import ROOT, VAR

STAMPS = VAR / "stamps"


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """A hash of the words, and of the names and contents of the files (folders are walked)."""
    digest = hashlib.sha256("\0".join(words).encode())
    for file in sorted(_files(paths)):
        digest.update(f"\0{file.relative_to(ROOT)}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_fresh(name: str, made_from: str) -> bool:
    """Was the step called `name` last finished with the same fingerprint?"""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == made_from


def remember(name: str, made_from: str) -> None:
    """Note that the step is finished; call it last, so that a broken step is done again."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(made_from)


def forget(name: str) -> None:
    """The step's work is about to be changed; until it is finished it counts as not done."""
    (STAMPS / name).unlink(missing_ok=True)


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from (file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
