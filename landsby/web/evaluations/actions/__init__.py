"""What is written about evaluations."""

from landsby.web.evaluations.actions.declaring import declare, tell_deviation, withdraw
from landsby.web.evaluations.actions.drafting import begin_draft, change_draft, remember_codes, remove_draft
from landsby.web.evaluations.actions.loading import let_go, take_in
from landsby.web.evaluations.actions.running import ask_for_run, cancel_run, note_export, seal_result, take_own_records

__all__ = [
    "ask_for_run",
    "begin_draft",
    "cancel_run",
    "change_draft",
    "declare",
    "let_go",
    "note_export",
    "remember_codes",
    "remove_draft",
    "seal_result",
    "take_in",
    "take_own_records",
    "tell_deviation",
    "withdraw",
]
