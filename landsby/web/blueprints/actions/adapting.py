"""A programme says something in its own words, or goes back to what was said before."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.blueprint import BlueprintError
from landsby.blueprint.adaptation import Patch
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions.adopting import put_in_force
from landsby.web.blueprints.models import WHOLE, LocalAdaptation, fit_of, forget_blueprint, in_force
from landsby.web.kit.audit import record
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Programme


@transaction.atomic
def write_adaptation(*, programme: Programme, folder: str, key: str, patch: Patch, by: User) -> LocalAdaptation:
    """Let this patch be what the programme says otherwise about a definition, in place of what it said before.

    Args:
        patch: the whole of it; an empty one lets the blueprint's own words hold.

    Raises:
        BlueprintError: when it does not fit the version that the programme works by; nothing is stored.
        ValidationError: when something in it looks like a CPR number.
    """
    refuse_cpr_in(patch)
    adopted = in_force(Programme.objects.select_for_update().get(pk=programme.pk))
    before = {(conflict.piece.folder, conflict.piece.id) for conflict in fit_of(adopted).conflicts}
    written = _replace(programme, folder, key, dict(patch), by)
    faults = [
        conflict.fault
        for conflict in fit_of(adopted).conflicts
        if (conflict.piece.folder, conflict.piece.id) == (folder, key)
        or (conflict.piece.folder, conflict.piece.id) not in before
    ]
    if faults:
        raise BlueprintError(faults)
    put_in_force(adopted=adopted, by=by)
    forget_blueprint(programme)
    return written


@transaction.atomic
def go_back_to(*, earlier: LocalAdaptation, by: User) -> LocalAdaptation:
    """Say again what was said in an earlier wording of an adaptation; what is the programme's own whole stays.

    Raises:
        BlueprintError: when it does not fit the version of today.
    """
    programme = Programme.objects.select_for_update().get(pk=earlier.programme_id)
    today = LocalAdaptation.objects.of(programme).current().about(earlier.folder, earlier.key).first()
    words = {sort: value for sort, value in earlier.patch.items() if sort not in WHOLE}
    patch = {**words, **(today.whole if today else {})}
    written = write_adaptation(programme=programme, folder=earlier.folder, key=earlier.key, patch=patch, by=by)
    forget_blueprint(earlier.programme)
    return written


def _replace(programme: Programme, folder: str, key: str, patch: dict[str, Any], by: User) -> LocalAdaptation:
    rows = LocalAdaptation.objects.of(programme).about(folder, key).current()
    had_one = rows.update(superseded_at=timezone.now())
    written = LocalAdaptation.objects.create(programme=programme, folder=folder, key=key, patch=patch, author=by)
    act = Act.CHANGED if had_one else Act.CREATED
    record(by=by, act=act, thing=written, programme=programme.slug, detail={"rows": len(patch)})
    return written
