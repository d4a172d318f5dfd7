"""How the ten communities were chosen: where few resources and much overweight meet a lively associational life."""

from __future__ import annotations

from landsby.demo.ground import Ground
from landsby.demo.places import QUIET_COMMUNITY
from landsby.web.partnerships.actions import tell_choice

_SOURCE = "Programmets ansøgning"
_WORDS = "Området har mange familier i almene boliger, en skole midt i det hele og foreninger, der gerne vil."
_QUIET_WORDS = "Her er ikke så mange foreninger, men skolen og dagtilbuddene ville selv være med."


def write_choices(ground: Ground) -> None:
    """Note for each community why it takes part."""
    for name, community in ground.communities.items():
        is_quiet = name == QUIET_COMMUNITY
        tell_choice(
            community=community,
            few_resources=True,
            much_overweight=True,
            strong_associations=not is_quiet,
            words=_QUIET_WORDS if is_quiet else _WORDS,
            source=_SOURCE,
            by=ground.secretariat,
        )
