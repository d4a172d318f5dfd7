"""What a programme works by, and what comes after its start, in the reader's words."""

from landsby.web.blueprints.presenters.changes import Group, ToldChange, groups_of, told_change, told_fields
from landsby.web.blueprints.presenters.facts import Fact, Told
from landsby.web.blueprints.presenters.finding import Hit, adapted_in, hits_in
from landsby.web.blueprints.presenters.history import Moment, history_of
from landsby.web.blueprints.presenters.reading import Reading, reading_of
from landsby.web.blueprints.presenters.shelves import Chapter, Shelf, chapters_of, shelf_of
from landsby.web.blueprints.presenters.starting import NextStep, next_steps
from landsby.web.blueprints.presenters.stood import Stood, stood_of
from landsby.web.blueprints.presenters.versions import Versions, versions_of
from landsby.web.blueprints.presenters.years import PhaseSpan, Years, years_of

__all__ = [
    "Chapter",
    "Fact",
    "Group",
    "Hit",
    "Moment",
    "NextStep",
    "PhaseSpan",
    "Reading",
    "Shelf",
    "Stood",
    "Told",
    "ToldChange",
    "Versions",
    "Years",
    "adapted_in",
    "chapters_of",
    "groups_of",
    "history_of",
    "hits_in",
    "next_steps",
    "reading_of",
    "shelf_of",
    "stood_of",
    "told_change",
    "told_fields",
    "versions_of",
    "years_of",
]
