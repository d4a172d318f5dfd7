"""Going over to another version, and back."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.blueprint.renaming import Key
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions.adopting import put_in_force
from landsby.web.blueprints.models import (
    AdoptedBlueprint,
    LocalAdaptation,
    UpgradeDraft,
    blueprint_of,
    expiry_from_now,
    forget_blueprint,
    in_force,
    programme_to_change,
)
from landsby.web.blueprints.referring import rename_records
from landsby.web.blueprints.rules import (
    another_difference,
    changed_meanwhile,
    doubts_about_version,
    no_earlier_version,
)
from landsby.web.blueprints.upgrade import Upgrade
from landsby.web.blueprints.upgrading import doubts_about, going_back, upgrade_by
from landsby.web.kit.audit import record
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked, refuse_on_blockers
from landsby.web.partnerships.models import Programme


@transaction.atomic
def receive_version(*, programme: Programme, blueprint: Blueprint, file_name: str, by: User) -> UpgradeDraft:
    """Keep a version that somebody has uploaded or chosen, so that they can read what it would change.

    What the same person has sent already is the same draft, kept for as long again.

    Raises:
        Blocked: when it is no new version of the blueprint that the programme works by.
        ValidationError: when something in it looks like a CPR number.
    """
    current = in_force(programme)
    refuse_on_blockers(doubts_about_version(blueprint, key=current.key, content_hash=current.content_hash))
    content = blueprint.to_data()
    refuse_cpr_in(content)
    User.objects.select_for_update().get(pk=by.pk)
    mine = UpgradeDraft.objects.of_owner(programme, by).alive()
    draft = mine.holding(content) or UpgradeDraft(programme=programme, owner=by, content=content)
    draft.version, draft.file_name, draft.expires_at = blueprint.version, file_name[:200], expiry_from_now()
    draft.save()
    detail = {"hash": blueprint.content_hash}
    record(by=by, act=Act.IMPORTED, thing=draft, programme=programme.slug, detail=detail)
    return draft


@transaction.atomic
def give_up_version(*, draft: UpgradeDraft, by: User) -> None:
    """Forget a version that is not to be adopted."""
    record(by=by, act=Act.REMOVED, thing=draft, programme=draft.programme.slug)
    draft.delete()


@transaction.atomic
def adopt_version(*, draft: UpgradeDraft, by_hand: Mapping[Key, str], seen: str, by: User) -> AdoptedBlueprint:
    """Go over to a version: records follow what is renamed, and what they refer to stays as ended.

    Args:
        by_hand: what vanished definitions are called in the version, as `upgrading.renames_of` takes it.
        seen: the seal of the difference that was read.

    Raises:
        Blocked: when it cannot be adopted, or would do something else than was read; nothing has changed.
    """
    programme = programme_to_change(draft.programme)
    candidate, current = draft.blueprint, in_force(programme)
    refuse_on_blockers(doubts_about_version(candidate, key=current.key, content_hash=current.content_hash))
    upgrade = upgrade_by(programme, candidate, by_hand, timezone.localdate())
    refuse_on_blockers([another_difference()] if upgrade.seal != seen else [])
    refuse_on_blockers(doubts_about(programme, upgrade, by))
    adopted = AdoptedBlueprint.objects.create(
        programme=programme,
        key=candidate.id,
        version=candidate.version,
        content=draft.content,
        content_hash=candidate.content_hash,
        effective_hash=upgrade.after.content_hash,
        renamed=[[folder, before, after] for (folder, before), after in upgrade.renames.items()],
        adopted_by=by,
    )
    detail = {"hash": adopted.content_hash} | ({"renamed": len(upgrade.renames)} if upgrade.renames else {})
    record(by=by, act=Act.ADOPTED, thing=adopted, programme=programme.slug, detail=detail)
    _carry_out(upgrade, adopted, by)
    draft.delete()
    forget_blueprint(draft.programme)
    return adopted


@transaction.atomic
def undo_adoption(*, programme: Programme, seen: str, by: User) -> AdoptedBlueprint:
    """Go back to the version before: what was renamed gets its former name again.

    Raises:
        Blocked: when something refers to what only the present version has; nothing has changed.
    """
    locked = programme_to_change(programme)
    refuse_on_blockers([changed_meanwhile()] if blueprint_of(locked).content_hash != seen else [])
    present, earlier = in_force(locked), AdoptedBlueprint.objects.before_present(locked)
    if earlier is None:
        raise Blocked([no_earlier_version()])
    upgrade = going_back(locked, earlier)
    refuse_on_blockers(doubts_about(locked, upgrade, by))
    present.undone_at, present.undone_by = timezone.now(), by
    present.save(update_fields=["undone_at", "undone_by"])
    detail = {"back_to": earlier.version, "hash": earlier.content_hash}
    record(by=by, act=Act.WENT_BACK, thing=present, programme=locked.slug, detail=detail)
    _carry_out(upgrade, earlier, by)
    forget_blueprint(programme)
    return earlier


def _carry_out(upgrade: Upgrade, adopted: AdoptedBlueprint, by: User) -> None:
    """Rename the records, write the adaptations that differ, and let the version be what holds."""
    programme = adopted.programme
    rename_records(programme, upgrade.renames)
    wanted = {(each.folder, each.id): dict(each.patch) for each in upgrade.adaptations}
    now = timezone.now()
    for row in LocalAdaptation.objects.of(programme).current():
        if wanted.get((row.folder, row.key)) == row.patch:
            del wanted[row.folder, row.key]
        elif (row.folder, row.key) in wanted or row.patch:
            row.superseded_at = now
            row.save(update_fields=["superseded_at"])
    LocalAdaptation.objects.bulk_create(
        LocalAdaptation(programme=programme, folder=folder, key=key, patch=patch, adoption=adopted, author=by, at=now)
        for (folder, key), patch in wanted.items()
    )
    put_in_force(adopted=adopted, by=by)
