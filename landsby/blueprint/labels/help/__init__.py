"""What help says about each field. English stands beside the field in its model; here is the Danish to it.

The English sentence is the key: whoever changes it is told that its Danish must follow.
"""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.labels.help.everywhere import EVERYWHERE
from landsby.blueprint.labels.help.learning import LEARNING
from landsby.blueprint.labels.help.people import PEOPLE
from landsby.blueprint.labels.help.work import WORK

__all__ = ["HELP"]

HELP: Mapping[str, str] = dict((*EVERYWHERE, *WORK, *PEOPLE, *LEARNING))
"""Danish, by the English."""
