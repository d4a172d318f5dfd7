"""What a programme works by: adopted versions, its own adaptations of them, and definitions as they stood."""

from landsby.web.blueprints.models.adaptation import WHOLE, AdaptationQuerySet, LocalAdaptation
from landsby.web.blueprints.models.adopted import AdoptedBlueprint, AdoptedBlueprintQuerySet
from landsby.web.blueprints.models.draft import UpgradeDraft, UpgradeDraftQuerySet
from landsby.web.blueprints.models.effective import (
    blueprint_of,
    current_adaptations,
    fit_of,
    forget_blueprint,
    in_force,
    upstream_of,
)
from landsby.web.blueprints.models.holders import roles_in_use, roles_that_give_access
from landsby.web.blueprints.models.wording import (
    DefinitionWording,
    definition_as_of,
    kind_as_recorded,
    wording_that_differs,
)

__all__ = [
    "WHOLE",
    "AdaptationQuerySet",
    "AdoptedBlueprint",
    "AdoptedBlueprintQuerySet",
    "DefinitionWording",
    "LocalAdaptation",
    "UpgradeDraft",
    "UpgradeDraftQuerySet",
    "blueprint_of",
    "current_adaptations",
    "definition_as_of",
    "fit_of",
    "forget_blueprint",
    "in_force",
    "kind_as_recorded",
    "roles_in_use",
    "roles_that_give_access",
    "upstream_of",
    "wording_that_differs",
]
