"""What a programme works by: adopted versions, its own adaptations of them, and definitions as they stood."""

from landsby.web.blueprints.models.adaptation import WHOLE, AdaptationQuerySet, LocalAdaptation
from landsby.web.blueprints.models.adopted import AdoptedBlueprint, AdoptedBlueprintQuerySet
from landsby.web.blueprints.models.draft import UpgradeDraft, UpgradeDraftQuerySet, expiry_from_now
from landsby.web.blueprints.models.effective import (
    blueprint_of,
    current_adaptations,
    fit_of,
    forget_blueprint,
    held_blueprint,
    in_force,
    programme_to_change,
    upstream_of,
)
from landsby.web.blueprints.models.holders import roles_in_use, roles_that_give_access
from landsby.web.blueprints.models.renamed import (
    NamesOfToday,
    Said,
    as_called_today,
    renames_of_steps,
    said_about,
    steps_of,
)
from landsby.web.blueprints.models.stood import blueprint_at
from landsby.web.blueprints.models.theory import (
    Stance,
    TheoryDraft,
    TheoryDraftQuerySet,
    TheoryEvidence,
    TheoryEvidenceQuerySet,
    TheoryVersion,
    TheoryVersionQuerySet,
    chart_today,
)
from landsby.web.blueprints.models.wording import (
    DefinitionWording,
    definition_as_of,
    keys_ever,
    kind_as_recorded,
    last_wording,
    worded_as,
    wording_that_differs,
)

__all__ = [
    "WHOLE",
    "AdaptationQuerySet",
    "AdoptedBlueprint",
    "AdoptedBlueprintQuerySet",
    "DefinitionWording",
    "LocalAdaptation",
    "NamesOfToday",
    "Said",
    "Stance",
    "TheoryDraft",
    "TheoryDraftQuerySet",
    "TheoryEvidence",
    "TheoryEvidenceQuerySet",
    "TheoryVersion",
    "TheoryVersionQuerySet",
    "UpgradeDraft",
    "UpgradeDraftQuerySet",
    "as_called_today",
    "blueprint_at",
    "blueprint_of",
    "chart_today",
    "current_adaptations",
    "definition_as_of",
    "expiry_from_now",
    "fit_of",
    "forget_blueprint",
    "held_blueprint",
    "in_force",
    "keys_ever",
    "kind_as_recorded",
    "last_wording",
    "programme_to_change",
    "renames_of_steps",
    "roles_in_use",
    "roles_that_give_access",
    "said_about",
    "steps_of",
    "upstream_of",
    "worded_as",
    "wording_that_differs",
]
