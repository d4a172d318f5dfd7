"""Redrawing a theory of change: a change is made box by box in peace, and saved whole as a version."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from landsby.blueprint import BlueprintError
from landsby.blueprint.theory.chart import Chart, chart_from
from landsby.blueprint.theory.comparing import rebased
from landsby.blueprint.theory.file import faults_in
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions.adapting import write_together
from landsby.web.blueprints.models import (
    TheoryDraft,
    TheoryVersion,
    blueprint_of,
    chart_today,
    expiry_from_now,
    forget_blueprint,
    programme_to_change,
)
from landsby.web.blueprints.redrawing import patches_for
from landsby.web.blueprints.rules import doubts_about_arrows, nothing_redrawn, theory_changed_meanwhile
from landsby.web.kit.audit import record
from landsby.web.kit.cpr import refuse_cpr_in
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme


@transaction.atomic
def redraw_theory(*, programme: Programme, today: Chart, wanted: Chart, by: User) -> TheoryDraft:
    """Keep how somebody wants a theory of change to be, until they save it as a version.

    Args:
        today: as it stands now; the change begins there, unless they have begun one already.

    Raises:
        Blocked: when an arrow leads back or into another theory.
        BlueprintError: when something else in it does not fit the rest of what the programme works by.
        ValidationError: when something in it looks like a CPR number.
    """
    whole, content = blueprint_of(programme), wanted.content
    refuse_cpr_in(content)
    refuse_on_blockers(doubts_about_arrows(wanted, whole))
    faults = faults_in(content, whole, wanted.id)
    if faults:
        raise BlueprintError(faults)
    User.objects.select_for_update().get(pk=by.pk)
    mine = TheoryDraft.objects.of_owner(programme, wanted.id, by)
    draft = mine.first() or TheoryDraft(programme=programme, theory=wanted.id, owner=by, base=today.content)
    act = Act.CHANGED if draft.pk else Act.CREATED
    draft.content, draft.expires_at = content, expiry_from_now()
    draft.save()
    record(by=by, act=act, thing=draft, programme=programme.slug, label=wanted.theory.title.da)
    return draft


@transaction.atomic
def give_up_redrawing(*, draft: TheoryDraft, by: User) -> None:
    """Forget a change that is not to be saved."""
    record(by=by, act=Act.REMOVED, thing=draft, programme=draft.programme.slug)
    draft.delete()


@transaction.atomic
def lay_over_theirs(*, draft: TheoryDraft, by: User) -> TheoryDraft:
    """Lay somebody's changes over what another has saved meanwhile, so that they can read both before they save.

    Raises:
        BlueprintError: when the two do not fit each other; nothing has changed.
        Blocked: when their arrows together lead back.
    """
    programme = programme_to_change(draft.programme)
    theirs = chart_today(programme, draft.theory)
    assert theirs is not None  # whoever asks has been shown it
    made, both = rebased(chart_from(draft.base), chart_from(draft.content), theirs)
    refuse_on_blockers(doubts_about_arrows(made, blueprint_of(programme)))
    faults = faults_in(made.content, blueprint_of(programme), draft.theory)
    if faults:
        raise BlueprintError(faults)
    draft.base, draft.content = theirs.content, made.content
    draft.both_changed = [list(key) for key in both]
    draft.save()
    record(by=by, act=Act.CHANGED, thing=draft, programme=programme.slug, detail={"rows": len(both)})
    return draft


@transaction.atomic
def save_theory(*, draft: TheoryDraft, note: str, by: User) -> TheoryVersion:
    """Let a theory of change be as it was redrawn: a version with the day, the author and the reason.

    What is drawn no more ends today, since records may refer to it; nothing is deleted.

    Raises:
        Blocked: when another has saved a version since the change was begun, or nothing differs; nothing has changed.
        BlueprintError: when it does not fit what the programme works by now.
    """
    programme = programme_to_change(draft.programme)
    today, wanted, base = chart_today(programme, draft.theory), chart_from(draft.content), chart_from(draft.base)
    assert today is not None  # whoever asks has been shown it
    refuse_on_blockers([theory_changed_meanwhile()] if today.content_hash != base.content_hash else [])
    patches = patches_for(programme, today, wanted, timezone.localdate())
    refuse_on_blockers([] if patches else [nothing_redrawn()])
    write_together(programme=programme, patches=patches, by=by, note=note)
    version = TheoryVersion.objects.of(programme, draft.theory).first()
    assert version is not None  # the writing has just kept it
    record(by=by, act=Act.CREATED, thing=version, programme=programme.slug, label=wanted.theory.title.da)
    forget_blueprint(draft.programme)
    draft.delete()
    return version
