"""What a programme works by, and what comes after its start, in the reader's words."""

from landsby.web.blueprints.presenters.facts import Fact, Told
from landsby.web.blueprints.presenters.reading import Reading, reading_of
from landsby.web.blueprints.presenters.shelves import Chapter, Shelf, chapters_of, shelf_of
from landsby.web.blueprints.presenters.starting import NextStep, next_steps
from landsby.web.blueprints.presenters.years import PhaseSpan, Years, years_of

__all__ = [
    "Chapter",
    "Fact",
    "NextStep",
    "PhaseSpan",
    "Reading",
    "Shelf",
    "Told",
    "Years",
    "chapters_of",
    "next_steps",
    "reading_of",
    "shelf_of",
    "years_of",
]
