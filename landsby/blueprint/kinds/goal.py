"""A goal: one of a programme's guiding aims."""

from __future__ import annotations

from landsby.blueprint.definition import Definition


class Goal(Definition):
    """What the programme wants more of in children's lives."""
