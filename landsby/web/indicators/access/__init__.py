"""Who reads which figures, and who imports them."""

from landsby.web.indicators.access.areas import Areas, areas_of
from landsby.web.indicators.access.deliveries import (
    TakingBack,
    deliveries_of,
    delivery_for,
    may_be_taken_back,
    taking_back,
)
from landsby.web.indicators.access.figures import (
    aimable_places,
    cells_of,
    has_indicators,
    indicator_for,
    may_aim,
    target_for,
    targets_of,
    waiting_of,
)
from landsby.web.indicators.access.hiding import hiding_after, hiding_in
from landsby.web.indicators.access.imports import draft_for, drafts_of, known_for

__all__ = [
    "Areas",
    "TakingBack",
    "aimable_places",
    "areas_of",
    "cells_of",
    "deliveries_of",
    "delivery_for",
    "draft_for",
    "drafts_of",
    "has_indicators",
    "hiding_after",
    "hiding_in",
    "indicator_for",
    "known_for",
    "may_aim",
    "may_be_taken_back",
    "taking_back",
    "target_for",
    "targets_of",
    "waiting_of",
]
