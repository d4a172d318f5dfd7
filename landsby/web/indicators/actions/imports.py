"""Keeping an import of figures between its steps, and carrying it out: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from landsby.blueprint.kinds import Indicator
from landsby.web.accounts.models import User
from landsby.web.indicators.access import hiding_after
from landsby.web.indicators.importing.columns import FigureColumns
from landsby.web.indicators.importing.plan import FigurePlan, PlannedFigure
from landsby.web.indicators.models import Delivery, FigureDraft, Observation
from landsby.web.indicators.models.at_area import place_key
from landsby.web.indicators.names import indicator_of_today
from landsby.web.kit.audit import record, record_many
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.models import Programme

AT_ONCE = 500


@transaction.atomic
def begin_figures(
    *,
    programme: Programme,
    indicator: str,
    file_name: str,
    source: str,
    table: Table,
    by: User,
    corrects: FigureDraft | None = None,
) -> FigureDraft:
    """Keep an uploaded table with figures until its import is finished or given up.

    Args:
        source: where the figures come from; "" until it is told with the columns.
        table: as `read_figures` gives it, which has refused what must not be kept.
        corrects: the draft that this file takes the place of; where none is told, one's own of the same indicator and
            the same name. What was told about its columns still holds where the headings are the same; what »i alt«
            is, only where the file itself was told to be a correction, for names are alike by chance.

    Raises:
        Blocked: when the programme looks at the indicator no longer.
    """
    told = indicator_of_today(programme, indicator)
    replaced = corrects or FigureDraft.objects.of_owner(programme, by).called(file_name, told.id).first()
    draft = FigureDraft(programme=programme, owner=by, indicator=told.id, file_name=file_name[-200:], source=source)
    draft.row_count, draft.table = len(table.rows), table.to_data()
    draft.clean_fields(exclude=["programme", "owner", "table", "columns", *(() if source else ("source",))])
    if replaced is not None:
        if replaced.columns and FigureColumns.from_data(replaced.columns).fits(table.headings):
            draft.columns = replaced.columns if corrects else {**replaced.columns, "total_is": ""}
        replaced.delete()
    draft.save()
    record(by=by, act=Act.CREATED, thing=draft, programme=programme.slug, detail={"rows": draft.row_count})
    return draft


@transaction.atomic
def map_figures(*, draft: FigureDraft, columns: FigureColumns, by: User, source: str = "") -> FigureDraft:
    """Keep how a draft's columns are understood, and where its figures come from, if it was not told before."""
    draft.columns, draft.source = columns.to_data(), draft.source or source
    draft.clean_fields(exclude=["programme", "owner", "table", "columns"])
    draft.save(update_fields=["columns", "source"])
    record(by=by, act=Act.CHANGED, thing=draft, programme=draft.programme.slug, detail=columns.to_data()["columns"])
    return draft


@transaction.atomic
def give_up_figures(*, draft: FigureDraft, by: User) -> None:
    """Delete a draft without importing it."""
    record(by=by, act=Act.REMOVED, thing=draft, programme=draft.programme.slug)
    draft.delete()


@transaction.atomic
def apply_figures(*, draft: FigureDraft, plan: FigurePlan, by: User, sure: Collection[str] = ()) -> int:
    """Write what a plan says and delete its draft; how many figures were written.

    Everything is written or nothing is. A figure that was known before stays, as what was known until now.

    Args:
        sure: those of the plan's doubts that somebody has said are right, by their names.

    Raises:
        Blocked: when something stands in the way, a doubt is left, or the programme looks at the indicator no longer.
        FigureDraft.DoesNotExist: when it has been applied already, by a second click.
        django.db.IntegrityError: when somebody else has told the same figure since the plan was made.
    """
    left = [finding for name, finding in plan.doubts.items() if name not in sure]
    if plan.blockers or left:
        raise Blocked(finding.as_problem() for finding in [*plan.blockers, *left])
    # First the programme, then what hangs on it: so does whoever goes over to another version.
    told = indicator_of_today(draft.programme, draft.indicator)
    FigureDraft.objects.select_for_update().get(pk=draft.pk)
    delivery = Delivery(programme=draft.programme, file_name=draft.file_name, source=draft.source, added_by=by)
    delivery.reference = FigureColumns.from_data(draft.columns).reference if draft.columns else ""
    add_figures(delivery=delivery, indicator=told, figures=plan.figures, by=by)
    draft.delete()
    return len(plan.figures)


@transaction.atomic
def add_figures(*, delivery: Delivery, indicator: Indicator, figures: list[PlannedFigure], by: User) -> Delivery:
    """Write the figures of a delivery that is not stored yet.

    Raises:
        django.db.IntegrityError: when one of them is told already and was not known to be.
    """
    delivery.indicator, delivery.indicator_hash = indicator.id, indicator.content_hash
    delivery.row_count = len(figures)
    delivery.save()
    _write(delivery, figures)
    # What is told to nobody follows from everything that holds now and from what was not told before.
    delivery.hiding = hiding_after(delivery.programme, indicator)
    delivery.save(update_fields=["hiding"])
    slug, label = delivery.programme.slug, f"{indicator.title.da}: {delivery.file_name}"
    record(by=by, act=Act.CREATED, thing=delivery, programme=slug, detail={"rows": delivery.row_count})
    record_many(by=by, act=Act.IMPORTED, what=Observation, label=label, programme=slug, rows=delivery.row_count)
    return delivery


def _write(delivery: Delivery, figures: list[PlannedFigure]) -> None:
    """The figures of a delivery; those that hold until now are put aside, not changed."""
    held = Observation.objects.of(delivery.programme).about([delivery.indicator]).held()
    coming = {figure.key: figure.waits for figure in figures if figure.before is not None}
    keys = held.values_list("pk", "waits", "community_id", "municipality_code", "period", "stratum")
    aside = [
        pk
        for pk, waits, community, code, period, stratum in keys
        if coming.get((place_key(community, code), period, stratum)) in ((True, False) if waits else (False,))
    ]
    for start in range(0, len(aside), AT_ONCE):
        Observation.objects.filter(pk__in=aside[start : start + AT_ONCE]).update(replaced_at=timezone.now())
    Observation.objects.bulk_create((_row(delivery, figure) for figure in figures), batch_size=AT_ONCE)


def _row(delivery: Delivery, figure: PlannedFigure) -> Observation:
    place, period, stratum = figure.key
    row = Observation(
        programme_id=delivery.programme_id,
        indicator=delivery.indicator,
        delivery=delivery,
        period=period,
        stratum=stratum,
        value=figure.amounts.value,
        numerator=figure.amounts.numerator,
        denominator=figure.amounts.denominator,
        spread=figure.amounts.spread,
        waits=figure.waits,
    )
    if place.startswith("c"):
        row.community_id = int(place[1:])
    else:
        row.municipality_code = place[1:]
    return row
