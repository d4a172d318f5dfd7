"""The garden, written to disk and ready to be spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from landsby.blueprint import Blueprint, load
from landsby.blueprint.tests.garden import SOUND, write


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """A folder with a sound blueprint."""
    return write(tmp_path / "garden", SOUND)


@pytest.fixture
def sound(garden: Path) -> Blueprint:
    """That blueprint, loaded."""
    return load(garden)
