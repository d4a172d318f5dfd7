"""The forms of evaluations."""

from landsby.web.evaluations.forms.designs import DraftForm, FileForm, TellForm, WithdrawForm
from landsby.web.evaluations.forms.running import CellsForm, RunForm
from landsby.web.evaluations.forms.starting import StartForm

__all__ = ["CellsForm", "DraftForm", "FileForm", "RunForm", "StartForm", "TellForm", "WithdrawForm"]
