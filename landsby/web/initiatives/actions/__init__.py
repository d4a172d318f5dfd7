"""What can be done with initiatives, trials and policies."""

from landsby.web.initiatives.actions.leaving import hand_over_owned
from landsby.web.initiatives.actions.portfolio import begin_initiative, change_initiative, start_portfolio
from landsby.web.initiatives.actions.progress import (
    change_coverage,
    change_stage,
    decide_in_municipality,
    register_coverage,
    tick_checklists,
)
from landsby.web.initiatives.actions.trials import begin_trial, change_policy, tell_trial, write_policy

__all__ = [
    "begin_initiative",
    "begin_trial",
    "change_coverage",
    "change_initiative",
    "change_policy",
    "change_stage",
    "decide_in_municipality",
    "hand_over_owned",
    "register_coverage",
    "start_portfolio",
    "tell_trial",
    "tick_checklists",
    "write_policy",
]
