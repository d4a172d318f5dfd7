"""What is typed about blueprints."""

from landsby.web.blueprints.forms.adapting import AdaptForm, Pair
from landsby.web.blueprints.forms.starting import StartForm, slug_of
from landsby.web.blueprints.forms.theory import AssumptionForm, EvidenceForm, SaveForm, TheoryFileForm
from landsby.web.blueprints.forms.theory_box import BoxForm
from landsby.web.blueprints.forms.versions import AdoptForm, VersionForm

__all__ = [
    "AdaptForm",
    "AdoptForm",
    "AssumptionForm",
    "BoxForm",
    "EvidenceForm",
    "Pair",
    "SaveForm",
    "StartForm",
    "TheoryFileForm",
    "VersionForm",
    "slug_of",
]
