"""A template's own questions, asked as those of a kind of activity are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from landsby.blueprint.kinds import OwnField
from landsby.web.activities.presenters import answer_in_words
from landsby.web.kit.text import say


@dataclass(frozen=True)
class Questions:
    """Some questions in order."""

    fields: Sequence[OwnField] = ()

    def answered(self, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What was answered, question and answer in words; an answer whose question is gone shows the question's id."""
        asked = {own.id: own for own in self.fields}
        in_order = [key for key in asked if key in answers] + [key for key in answers if key not in asked]
        return [
            (say(asked[key].label) if key in asked else key, answer_in_words(asked.get(key), answers[key]))
            for key in in_order
        ]
