"""What is typed about initiatives, trials and policies."""

from landsby.web.initiatives.forms.filter import FilterForm
from landsby.web.initiatives.forms.initiative import InitiativeForm
from landsby.web.initiatives.forms.progress import CoverageChangeForm, CoverageForm, DecisionForm, StageForm
from landsby.web.initiatives.forms.sharing import SharingForm
from landsby.web.initiatives.forms.trial import PolicyForm, TrialForm

__all__ = [
    "CoverageChangeForm",
    "CoverageForm",
    "DecisionForm",
    "FilterForm",
    "InitiativeForm",
    "PolicyForm",
    "SharingForm",
    "StageForm",
    "TrialForm",
]
