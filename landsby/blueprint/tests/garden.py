"""A small made-up blueprint in which nothing is wrong; tests plant faults in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from landsby.blueprint.tests.orchard import ORCHARD

SOUND: Mapping[str, str] = {
    **ORCHARD,
    "blueprint.yaml": """\
id: garden
version: "1"
title:
  da: Haven
  en: The garden
origin: ours
source: Haven
starts_on: 2020-01-01
ends_on: 2024-12-31
""",
    "goals/wonder.yaml": """\
id: wonder
title:
  da: Undren
  en: Wonder
summary:
  da: At se efter.
  en: To look closely.
origin: ours
source: Haven
order: 10
""",
    "goals/mud.yaml": """\
id: mud
title:
  da: Mudder
  en: Mud
origin: literature
source: Regn og jord (2001)
order: 20
starts_on: 2020-03-01
ended_on: 2022-03-01
""",
    "phases/spring.yaml": """\
id: spring
title:
  da: Forår
  en: Spring
origin: ours
source: Haven
starts_on: 2020-01-01
ends_on: 2020-06-30
""",
    "tracks/beds.yaml": """\
id: beds
title:
  da: Bede
  en: Beds
origin: ours
source: Haven
goals:
  - wonder
  - mud
hosts:
  - civil
""",
    "tracks/roses.yaml": """\
id: roses
title:
  da: Roser
  en: Roses
origin: ours
source: Haven
parent: beds
""",
    "roles/gardener.yaml": """\
id: gardener
title:
  da: Gartner
  en: Gardener
origin: ours
source: Haven
scope: municipality
sees: programme
may:
  - log_activities
  - export
""",
    "activity_kinds/digging.yaml": """\
id: digging
title:
  da: Gravning
  en: Digging
origin: ours
source: Haven
form: single
counts:
  - children
  - staff
goals:
  - mud
tracks:
  - beds
quick: 1
hosts:
  - school
icon: map
fields:
  - id: depth
    type: number
    label:
      da: Hvor dybt?
      en: How deep?
    min: 0
    max: 90
  - id: tool
    type: choice
    label:
      da: Hvilket redskab?
      en: Which tool?
    choices:
      - id: spade
        title:
          da: Spade
          en: A spade
      - id: hands
        title:
          da: Hænder
          en: Hands
""",
    "activity_kinds/sowing.yaml": """\
id: sowing
title:
  da: Såning
  en: Sowing
origin: ours
source: Haven
form: series
sessions:
  min: 2
  max: 6
counts:
  - children
""",
    "figures/holes.yaml": """\
id: holes
title:
  da: Huller
  en: Holes
unit:
  da: huller
  en: holes
origin: ours
source: Haven
measure: activities_held
activity_kinds:
  - digging
""",
    "figures/rows.yaml": """\
id: rows
title:
  da: Rækker
  en: Rows
unit:
  da: rækker
  en: rows
origin: ours
source: Haven
measure: series_held
activity_kinds:
  - sowing
""",
}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, making the folders that they need."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
