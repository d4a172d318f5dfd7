"""What would happen if a programme went over to another version: worked out before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from landsby.blueprint import Blueprint, Definition
from landsby.blueprint.adaptation import Adaptation, fitted
from landsby.blueprint.contents import KINDS
from landsby.blueprint.renaming import (
    Key,
    Renames,
    appeared,
    needed_by,
    renamed_data,
    told_renames,
    vanished,
    with_renamed,
)
from landsby.blueprint.shadowing import shadowed
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import (
    AdoptedBlueprint,
    blueprint_of,
    current_adaptations,
    in_force,
    roles_in_use,
    roles_that_give_access,
    upstream_of,
)
from landsby.web.blueprints.referring import planned_in, uses_in
from landsby.web.blueprints.rules import doubts_about_roles, doubts_about_upgrade
from landsby.web.blueprints.upgrade import Upgrade
from landsby.web.kit.problems import Problem
from landsby.web.partnerships.access import standing_in
from landsby.web.partnerships.models import Programme, Right


def open_names(programme: Programme, candidate: Blueprint) -> tuple[list[Key], list[Key]]:
    """The definitions that a version no longer has, and the new ones that they may be called in it."""
    return vanished(upstream_of(in_force(programme)), candidate), appeared(blueprint_of(programme), candidate)


def renames_of(programme: Programme, candidate: Blueprint, by_hand: Mapping[Key, str]) -> Renames:
    """What vanished definitions are called in a version: as it tells itself, and as somebody says.

    Args:
        by_hand: the new id by folder and former id; "" where there is none, whatever the version tells.
    """
    gone, new = open_names(programme, candidate)
    told = {**told_renames(blueprint_of(programme), candidate), **by_hand}
    return {(of, id_): after for (of, id_), after in told.items() if (of, id_) in gone and (of, after) in new}


def upgrade_by(programme: Programme, candidate: Blueprint, by_hand: Mapping[Key, str], today: date) -> Upgrade:
    """What adopting a version would do with the names that somebody has chosen, as `renames_of` takes them."""
    return upgrade_to(programme, candidate, renames_of(programme, candidate, by_hand), today)


def upgrade_to(programme: Programme, candidate: Blueprint, renames: Renames, today: date) -> Upgrade:
    """What adopting a version would do.

    Args:
        renames: as `renames_of` gives them, one to one.
        today: the last day of what stays as ended.
    """
    before, uses, ours = blueprint_of(programme), uses_in(programme), current_adaptations(programme)
    upstream = upstream_of(in_force(programme))
    gone = [key for key in vanished(upstream, candidate) if key not in renames]
    own = [(each.folder, each.id) for each in ours if {"own", "kept"} & each.patch.keys()]
    wanted = [key for key in gone if uses.get(key)] + [key for key in own if key[1] in getattr(before, key[0])]
    kept = [key for key in needed_by(before, wanted, gone) if key in gone]
    after_ours = {(each.folder, each.id): each for each in with_renamed(ours, renames)}
    for folder, id_ in kept:
        ended = renamed_data(folder, _ended(getattr(upstream, folder)[id_], today), renames)
        said = after_ours.get((folder, id_), Adaptation(folder, id_, {}))
        after_ours[folder, id_] = Adaptation(folder, id_, {**said.patch, "kept": ended})
    fit = fitted(candidate, after_ours.values())
    under = tuple(shadowed(upstream, candidate, after_ours.values(), renames))
    planned = planned_in(programme, _last_days(before, fit.blueprint, renames))
    ours_then = tuple(after_ours.values())
    return Upgrade(before, fit.blueprint, renames, tuple(kept), ours_then, fit.conflicts, uses, planned, under)


def going_back(programme: Programme, earlier: AdoptedBlueprint) -> Upgrade:
    """What going back to the version before the present one would do."""
    upstream = upstream_of(earlier)
    reverse = {(folder, after): former for (folder, former), after in in_force(programme).renames.items()}
    ours = [_without_kept(each, upstream) for each in with_renamed(current_adaptations(programme), reverse)]
    fit = fitted(upstream, ours)
    before, uses = blueprint_of(programme), uses_in(programme)
    planned = planned_in(programme, _last_days(before, fit.blueprint, reverse))
    return Upgrade(before, fit.blueprint, reverse, (), tuple(ours), fit.conflicts, uses, planned)


def doubts_about(programme: Programme, upgrade: Upgrade, by: User) -> list[Problem]:
    """What must be put right before somebody carries out an upgrade, or the way back."""
    own = rights_everywhere(by, programme)
    return [
        *doubts_about_upgrade(upgrade, roles_that_give_access(programme)),
        *doubts_about_roles(upgrade, roles_in_use(programme), own),
    ]


def rights_everywhere(user: User, programme: Programme) -> frozenset[str]:
    """What somebody may do in the whole programme, and so let roles do; whoever runs the installation, everything."""
    if user.is_operator:
        return frozenset(Right)
    standing = standing_in(user, programme)
    return frozenset(right for right in Right if standing.reach(right).everywhere)


def _last_days(before: Blueprint, after: Blueprint, renames: Renames) -> dict[Key, date]:
    """The last day of each definition that gets one, or another one, by its id of today."""
    found = {}
    for folder in KINDS:
        later = getattr(after, folder)
        for id_, definition in getattr(before, folder).items():
            then = later.get(renames.get((folder, id_), id_))
            if then is not None and then.ended_on is not None and then.ended_on != definition.ended_on:
                found[folder, id_] = then.ended_on
    return found


def _ended(definition: Definition, today: date) -> dict[str, Any]:
    """A definition's content, ended today unless it had ended before."""
    content = definition.to_data()
    if definition.ended_on is None or definition.ended_on > today:
        content["ended_on"] = max(today, definition.starts_on or today).isoformat()
    return content


def _without_kept(adaptation: Adaptation, upstream: Blueprint) -> Adaptation:
    """What was kept for the sake of records is not, where the version has it itself."""
    if "kept" not in adaptation.patch or adaptation.id not in getattr(upstream, adaptation.folder):
        return adaptation
    rest = {sort: value for sort, value in adaptation.patch.items() if sort != "kept"}
    return Adaptation(adaptation.folder, adaptation.id, rest)
