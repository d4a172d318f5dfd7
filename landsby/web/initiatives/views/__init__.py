"""Pages of initiatives, trials and policies."""

from landsby.web.initiatives.views.board import board, move
from landsby.web.initiatives.views.overview import export_list, initiative_list, matrix, sharers, timeline
from landsby.web.initiatives.views.portfolio import (
    edit_initiative,
    found,
    initiative_page,
    new_initiative,
    ready,
    start,
)
from landsby.web.initiatives.views.progress import change_coverage, checklist, coverage, decide, stage
from landsby.web.initiatives.views.trials import new_policy, new_trial, policies, policy, tell, trial_page, trial_photos

__all__ = [
    "board",
    "change_coverage",
    "checklist",
    "coverage",
    "decide",
    "edit_initiative",
    "export_list",
    "found",
    "initiative_list",
    "initiative_page",
    "matrix",
    "move",
    "new_initiative",
    "new_policy",
    "new_trial",
    "policies",
    "policy",
    "ready",
    "sharers",
    "stage",
    "start",
    "tell",
    "timeline",
    "trial_page",
    "trial_photos",
]
