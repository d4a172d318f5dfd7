"""What other rooms ask before an actor closes. They register when ready, so that this room need not know them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from landsby.web.kit.problems import Problem
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor

Question = Callable[[Standing, Actor, date], Iterable[Problem]]
"""The doubts that somebody should have seen before an actor closes on a day, as far as they may read."""

_questions: list[Question] = []


def ask_before_closing(question: Question) -> None:
    """Called once per question from a room's `AppConfig.ready`."""
    if question not in _questions:
        _questions.append(question)


def doubts_of_closing(standing: Standing, actor: Actor, on: date) -> list[Problem]:
    """Everything that the other rooms ask. None of it stops anybody who has seen it."""
    return [doubt for question in _questions for doubt in question(standing, actor, on)]
