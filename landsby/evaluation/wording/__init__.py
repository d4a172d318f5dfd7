"""What can be wrong with cells, designs and tables: what is said, and what to do about it, by code."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text
from landsby.evaluation.wording.cells import CELLS
from landsby.evaluation.wording.estimates import ESTIMATES
from landsby.evaluation.wording.growth import GROWTH
from landsby.evaluation.wording.running import RUNNING

WORDINGS: Mapping[str, tuple[Text, Text]] = {**CELLS, **ESTIMATES, **GROWTH, **RUNNING}
"""For every code what is wrong and its cure."""
