"""Pages of initiatives, trials and policies."""

from landsby.web.initiatives.views.portfolio import (
    edit_initiative,
    found,
    front,
    initiative_page,
    new_initiative,
    ready,
    start,
)
from landsby.web.initiatives.views.progress import change_coverage, checklist, coverage, decide, stage
from landsby.web.initiatives.views.trials import new_policy, new_trial, policies, policy, tell, trial_page

__all__ = [
    "change_coverage",
    "checklist",
    "coverage",
    "decide",
    "edit_initiative",
    "found",
    "front",
    "initiative_page",
    "new_initiative",
    "new_policy",
    "new_trial",
    "policies",
    "policy",
    "ready",
    "stage",
    "start",
    "tell",
    "trial_page",
]
