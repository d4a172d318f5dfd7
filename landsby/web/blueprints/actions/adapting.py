"""A programme says something in its own words, or goes back to what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.blueprint import BlueprintError
from landsby.blueprint.adaptation import Patch
from landsby.blueprint.renaming import Key
from landsby.blueprint.shadowing import described_in
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions.adopting import put_in_force
from landsby.web.blueprints.models import (
    WHOLE,
    LocalAdaptation,
    as_called_today,
    blueprint_of,
    fit_of,
    forget_blueprint,
    in_force,
    programme_to_change,
    steps_of,
)
from landsby.web.blueprints.rules import words_changed_meanwhile
from landsby.web.blueprints.switching import with_switch_of
from landsby.web.kit.audit import record
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Programme


@transaction.atomic
def write_adaptation(
    *, programme: Programme, folder: str, key: str, patch: Patch, by: User, seen: str | None = None
) -> LocalAdaptation:
    """Let this patch be what the programme says otherwise about a definition, in place of what it said before.

    Args:
        patch: the whole of it; an empty one lets the blueprint's own words hold.
        seen: the hash of the definition that the patch was made from; None where nobody else can have changed it.

    Raises:
        Blocked: when somebody else has changed it since; nothing is stored.
        BlueprintError: when it does not fit the version that the programme works by; nothing is stored.
        ValidationError: when something in it looks like a CPR number.
    """
    locked = programme_to_change(programme)
    if seen is not None:
        today = described_in(blueprint_of(locked), folder, key)
        refuse_on_blockers([] if today and today.content_hash == seen else [words_changed_meanwhile()])
    [written] = write_together(programme=programme, patches={(folder, key): patch}, by=by)
    return written


@transaction.atomic
def write_together(
    *, programme: Programme, patches: Mapping[Key, Patch], by: User, note: str = ""
) -> list[LocalAdaptation]:
    """Let these patches be what the programme says otherwise about some definitions, all of them or none.

    Args:
        patches: by folder and id, each the whole of it, as for `write_adaptation`.
        note: why, for the versions of the theories of change that this changes.

    Raises:
        BlueprintError: when one of them does not fit the version that the programme works by; nothing is stored.
        ValidationError: when something in them looks like a CPR number.
    """
    for patch in patches.values():
        refuse_cpr_in(patch)
    adopted = in_force(programme_to_change(programme))
    before = {(conflict.piece.folder, conflict.piece.id) for conflict in fit_of(adopted).conflicts}
    written = [_replace(programme, *key, dict(patch), by) for key, patch in patches.items()]
    faults = [
        conflict.fault
        for conflict in fit_of(adopted).conflicts
        if (conflict.piece.folder, conflict.piece.id) in patches
        or (conflict.piece.folder, conflict.piece.id) not in before
    ]
    if faults:
        raise BlueprintError(faults)
    put_in_force(adopted=adopted, by=by, note=note)
    forget_blueprint(programme)
    return written


@transaction.atomic
def go_back_to(*, earlier: LocalAdaptation, by: User, words_only: bool = False) -> LocalAdaptation:
    """Say again what was said in an earlier wording of an adaptation; what is the programme's own whole stays.

    What has been renamed since is called what it is called today.

    Args:
        words_only: whether it stays in use, or out of use, as it is today.

    Raises:
        BlueprintError: when it does not fit the version of today.
    """
    programme_to_change(earlier.programme)
    said = as_called_today(earlier, steps_of(earlier.programme))
    return _say_again(earlier.programme, said.folder, said.id, said.patch, by, words_only=words_only)


@transaction.atomic
def take_back_words(
    *, programme: Programme, folder: str, key: str, by: User, words_only: bool = False
) -> LocalAdaptation:
    """Let the version's own words hold again; what is the programme's own whole stays.

    Args:
        words_only: as `go_back_to`.

    Raises:
        BlueprintError: as `go_back_to`.
    """
    return _say_again(programme, folder, key, {}, by, words_only=words_only)


def _say_again(
    programme: Programme, folder: str, key: str, words: Patch, by: User, *, words_only: bool
) -> LocalAdaptation:
    """Write words of before over what holds today, under the lock by which nobody else writes meanwhile."""
    locked = programme_to_change(programme)
    today = LocalAdaptation.objects.of(locked).current().about(folder, key).first()
    patch = {sort: value for sort, value in words.items() if sort not in WHOLE}
    if words_only:
        patch = with_switch_of(patch, today.patch if today else {})
    patch |= today.whole if today else {}
    written = write_adaptation(programme=locked, folder=folder, key=key, patch=patch, by=by)
    forget_blueprint(programme)
    return written


def _called(programme: Programme, folder: str, key: str) -> str:
    """What the log calls a definition."""
    definition = described_in(blueprint_of(programme), folder, key)
    return say(definition.title) if definition else key


def _replace(programme: Programme, folder: str, key: str, patch: dict[str, Any], by: User) -> LocalAdaptation:
    # As it is called until now: once the words are replaced, it may be called otherwise.
    called = _called(programme, folder, key)
    rows = LocalAdaptation.objects.of(programme).about(folder, key).current()
    had_one = rows.update(superseded_at=timezone.now())
    written = LocalAdaptation.objects.create(programme=programme, folder=folder, key=key, patch=patch, author=by)
    act = (Act.CHANGED if had_one else Act.CREATED) if patch else Act.REMOVED
    record(by=by, act=act, thing=written, programme=programme.slug, label=called)
    return written
