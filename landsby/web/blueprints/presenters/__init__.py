"""What a programme works by, and what comes after its start, in the reader's words."""

from landsby.web.blueprints.presenters.definitions import Entry, Section, sections_of
from landsby.web.blueprints.presenters.starting import NextStep, next_steps
from landsby.web.blueprints.presenters.years import PhaseSpan, Years, years_of

__all__ = ["Entry", "NextStep", "PhaseSpan", "Section", "Years", "next_steps", "sections_of", "years_of"]
