"""What the guide to definitions shows is a definition."""

from __future__ import annotations

import re
from pathlib import Path

from landsby.blueprint import ActivityKind
from landsby.blueprint.contents import KINDS
from landsby.blueprint.reading import read_document
from landsby.blueprint.shape import shaped

GUIDE = (Path(__file__).parents[2] / "docs" / "definitions.md").read_text(encoding="utf-8")


def test_the_example_is_sound():
    [example] = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    document = read_document("story_evening.yaml", example.encode())
    assert shaped(document, ActivityKind) is not None, document.faults


def test_the_guide_names_every_folder():
    assert [folder for folder in KINDS if f"{folder}/" not in GUIDE] == []
