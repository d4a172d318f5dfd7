"""Initiatives begun and changed, one by one or all that a blueprint brings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds.initiative import Initiative as InitiativeDefinition
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.initiatives.access import definitions_started, parents_in, stored_before
from landsby.web.initiatives.details import InitiativeDetails
from landsby.web.initiatives.models import Initiative, InitiativeLink, StageChange
from landsby.web.initiatives.names import named_as_today, referred_by
from landsby.web.initiatives.rows import PLAIN, RELATED, audited, fill, links_of, partners_of
from landsby.web.initiatives.rules import problems_of_parent
from landsby.web.initiatives.stages import Stage
from landsby.web.kit.audit import changes, record, record_each
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Programme


@transaction.atomic
def begin_initiative(
    *,
    programme: Programme,
    details: InitiativeDetails,
    by: User,
    stage: str = Stage.IDEA,
    on: date | None = None,
    why: str = "",
    client_key: UUID | None = None,
) -> Initiative:
    """Store a new initiative, and where it begins.

    Args:
        stage: where it stands when it is entered; an initiative may be entered long after it began.
        on: from when it stands there; today when None.
        client_key: the form's own key; a second call with the same key returns what the first stored.

    Raises:
        Blocked: when the details name what the programme has no longer.
    """
    stored = stored_before(client_key, by)
    if stored is not None:
        return stored
    details = named_as_today(details, NamesOfToday(programme, held_blueprint(programme)))
    since = on or timezone.localdate()
    initiative = Initiative(programme=programme, definition=details.definition, created_by=by, client_key=client_key)
    initiative.stage, initiative.stage_since_on = stage, since
    stored = _stored(initiative, details, by)
    if stored is not initiative:
        return stored
    first = StageChange(initiative=initiative, to_stage=stage, on=since, why=why, author=by)
    first.clean_fields(exclude=["initiative", "author"])
    first.save()
    record(by=by, act=Act.CREATED, thing=initiative, programme=programme.slug, detail={"stage": str(stage)})
    return initiative


@transaction.atomic
def change_initiative(*, initiative: Initiative, details: InitiativeDetails, by: User) -> Initiative:
    """Let an initiative be as told now; where it stands is another matter.

    Raises:
        Blocked: when it would be a part of itself, or names what the programme has no longer and it never had.
    """
    programme = initiative.programme
    names = NamesOfToday(programme, held_blueprint(programme))
    # Two who move each under the other at once would close the circle: they take turns.
    Programme.objects.select_for_update().get(pk=programme.pk)
    initiative = Initiative.objects.select_for_update(of=("self",)).with_places().get(pk=initiative.pk)
    details = named_as_today(details, names, referred_by(initiative))
    parent = details.parent.pk if details.parent else None
    refuse_on_blockers(problems_of_parent(initiative.pk, parent, parents_in(programme)))
    before = audited(initiative)
    fill(initiative, details)
    initiative.clean_fields(exclude=RELATED)
    # Where it stands is another's to change, perhaps at this very moment.
    initiative.save(update_fields=[*PLAIN, "municipality", "community"])
    for rows in (initiative.links, initiative.partners):
        rows.all().delete()
    _link(initiative, details)
    detail = changes(before, audited(initiative))
    record(by=by, act=Act.CHANGED, thing=initiative, programme=programme.slug, detail=detail)
    return initiative


@transaction.atomic
def start_portfolio(*, programme: Programme, by: User, on: date | None = None) -> list[Initiative]:
    """Begin the blueprint's initiatives that the programme has not begun yet, all as ideas; done twice it adds nothing.

    Titles and summaries are said in the language that the user reads, and are the programme's own from then on.

    Args:
        on: from when they stand in the portfolio; today when None.
    """
    blueprint = held_blueprint(programme)
    Programme.objects.select_for_update().get(pk=programme.pk)
    there, since = definitions_started(programme), on or timezone.localdate()
    missing = [each for each in _in_use(blueprint, since) if each.id not in there]
    begun = Initiative.objects.bulk_create(_begun_from(each, programme, by, since) for each in missing)
    there |= {each.definition: each for each in begun}
    for initiative, definition in zip(begun, missing, strict=True):
        initiative.parent = there.get(definition.parent or "")
    Initiative.objects.bulk_update(begun, ["parent"])
    links = [link for row, each in zip(begun, missing, strict=True) for link in _links_from(row, each)]
    InitiativeLink.objects.bulk_create(links)
    StageChange.objects.bulk_create(
        StageChange(initiative=each, to_stage=Stage.IDEA, on=since, author=by) for each in begun
    )
    record_each(by=by, act=Act.CREATED, things=[(each, {}) for each in begun], programme=programme.slug)
    return begun


def _stored(initiative: Initiative, details: InitiativeDetails, by: User) -> Initiative:
    """Store a new row with what it belongs to; or give the one that the same form has stored meanwhile."""
    fill(initiative, details)
    initiative.clean_fields(exclude=RELATED)
    try:
        with transaction.atomic():
            initiative.save(force_insert=True)
    except IntegrityError:
        stored = stored_before(initiative.client_key, by)
        if stored is None:
            raise
        return stored
    _link(initiative, details)
    return initiative


def _in_use(blueprint: Blueprint, day: date) -> Sequence[InitiativeDefinition]:
    """The blueprint's initiatives that are in use on a day."""
    return [each for each in blueprint.initiatives.values() if each.ended_on is None or each.ended_on >= day]


def _told_by(definition: InitiativeDefinition) -> dict[str, tuple[str, ...]]:
    """What a blueprint's initiative belongs to, by folder."""
    same = ("tracks", "goals", "audiences", "elements", "offers", "activity_kinds")
    return {**{folder: getattr(definition, folder) for folder in same}, "checklists": definition.ready_when}


def _begun_from(definition: InitiativeDefinition, programme: Programme, by: User, since: date) -> Initiative:
    return Initiative(
        programme=programme,
        definition=definition.id,
        title=say(definition.title),
        summary=say(definition.summary),
        stage=Stage.IDEA,
        stage_since_on=since,
        newness=definition.newness or "",
        effort=definition.effort,
        depth=definition.depth or "",
        created_by=by,
    )


def _links_from(initiative: Initiative, definition: InitiativeDefinition) -> list[InitiativeLink]:
    told = _told_by(definition)
    return [InitiativeLink(initiative=initiative, folder=folder, key=key) for folder in told for key in told[folder]]


def _link(initiative: Initiative, details: InitiativeDetails) -> None:
    initiative.links.bulk_create(links_of(initiative, details))
    initiative.partners.bulk_create(partners_of(initiative, details))
