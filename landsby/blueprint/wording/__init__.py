"""The catalogue of what can be wrong with a definition: what is said, and what to do about it.

Each entry has a code, by which the checks name it, and placeholders that they fill in.
"""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text
from landsby.blueprint.wording.entry import Wording
from landsby.blueprint.wording.files import FILES
from landsby.blueprint.wording.layout import LAYOUT
from landsby.blueprint.wording.meaning import MEANING
from landsby.blueprint.wording.shape import SHAPE

__all__ = ["EXPECTED", "LANGUAGES", "WORDINGS", "Wording"]

WORDINGS: Mapping[str, Wording] = {**FILES, **LAYOUT, **SHAPE, **MEANING}
"""Every wording by its code."""

LANGUAGES: Mapping[str, Text] = {
    "da": Text(da="dansk", en="Danish"),
    "en": Text(da="engelsk", en="English"),
}

EXPECTED: Mapping[str, Text] = {
    "text": Text(da="tekst", en="text"),
    "whole_number": Text(da="et helt tal uden citationstegn, fx 10", en="a whole number without quotes, such as 10"),
    "number": Text(da="et tal, fx 12 eller 0.25, med punktum", en="a number, such as 12 or 0.25, with a point"),
    "yes_no": Text(da="true eller false", en="true or false"),
    "list": Text(da="en liste, én linje for hver med - foran", en="a list, one line for each with - in front"),
    "mapping": Text(da="felter med navn og kolon, rykket ind", en="fields with a name and a colon, indented"),
}
