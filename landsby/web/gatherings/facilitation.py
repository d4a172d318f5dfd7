"""Who led a gathering: the project leader's team, the actors of the place, or both."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from landsby.blueprint import codelist

MUNICIPAL = "municipal"
"""The group of actors that a project leader's team belongs to, as the code list of actor kinds has it."""


class Lead(StrEnum):
    """Who leads."""

    TEAM = "team"
    BOTH = "both"
    LOCAL = "local"
    UNTOLD = "untold"


LEAD_LABELS: Mapping[Lead, object] = {
    Lead.TEAM: _("Projektlederens hold"),
    Lead.BOTH: _("Begge sammen"),
    Lead.LOCAL: _("De lokale aktører"),
    Lead.UNTOLD: _("Ikke skrevet"),
}
"""In words; those who take over stand last of those that are drawn."""

DRAWN = (Lead.TEAM, Lead.BOTH, Lead.LOCAL)


def team_kinds() -> tuple[str, ...]:
    """The kinds of actor that belong to a project leader's team."""
    return tuple(key for key, kind in codelist("actor_kinds").items() if kind.group == MUNICIPAL)


def lead_of(*, team: bool, local: bool) -> Lead:
    """Who leads where one of the team leads, or one of the others does."""
    if team:
        return Lead.BOTH if local else Lead.TEAM
    return Lead.LOCAL if local else Lead.UNTOLD
