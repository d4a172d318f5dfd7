"""The indicators of a programme, one of them over time, and its figures as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from landsby.blueprint.kinds import Indicator
from landsby.web.blueprints.models import blueprint_of
from landsby.web.indicators.access import (
    aimable_places,
    areas_of,
    cells_of,
    deliveries_of,
    hiding_in,
    indicator_for,
    may_be_taken_back,
    targets_of,
    waiting_of,
)
from landsby.web.indicators.forms import ChooseForm
from landsby.web.indicators.lines import Lines
from landsby.web.indicators.measured import measured_by
from landsby.web.indicators.models import Observation
from landsby.web.indicators.presenters import IndicatorPage, export_table, rows_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.exports import FORMATS, export
from landsby.web.kit.models import Act
from landsby.web.kit.partials import render_page
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right


@require_GET
def indicator_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Every indicator with its latest figure."""
    programme, standing = programme_for(request.user, slug)
    indicators = blueprint_of(programme).indicators
    lines = measured_by(standing, list(indicators.values()))
    rows = rows_of(slug, lines, targets_of(programme, indicators))
    context = {
        "programme": programme,
        "standing": standing,
        "measured": [row for row in rows if row.is_measured],
        "unmeasured": [row for row in rows if not row.is_measured],
        "may_import": standing.may(Right.MANAGE_INDICATORS),
    }
    return render_page(request, "indicators/list.html", context)


@require_GET
def detail(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """One indicator over time, beside what it is compared with, and what is aimed at."""
    definition, standing = indicator_for(request.user, slug, indicator)
    programme, lines = standing.programme, _lines(definition, standing)
    form = ChooseForm(request.GET, lines=lines)
    page = _page(definition, standing, lines, form)
    context = {
        "programme": programme,
        "standing": standing,
        "page": page,
        "form": form,
        "earlier": blueprint_of(programme).indicators.get(definition.follows or ""),
        "waiting": waiting_of(programme, definition.id),
        "may_import": standing.may(Right.MANAGE_INDICATORS),
        "may_take_back": may_be_taken_back(standing, page.deliveries),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "indicators/detail.html", context)


@require_GET
def export_figures(request: HttpRequest, slug: str, indicator: str, form: str) -> HttpResponseBase:
    """The figures of an indicator as a file, as far as the reader may see."""
    definition, standing = indicator_for(request.user, slug, indicator, to=Right.EXPORT)
    if form not in FORMATS:
        raise Http404
    programme = standing.programme
    headings, rows = export_table(_lines(definition, standing.holding(Right.EXPORT)))
    name = f"{say(definition.title)}-{programme.slug}"
    record_many(
        by=standing.user, act=Act.EXPORTED, what=Observation, label=name, programme=programme.slug, rows=len(rows)
    )
    return export(form=form, name=name, headings=headings, rows=rows)


def _page(indicator: Indicator, standing: Standing, lines: Lines, form: ChooseForm) -> IndicatorPage:
    """What was chosen of an indicator, with its targets and the files that it came in."""
    return IndicatorPage(
        lines,
        form.chosen_place,
        form.chosen_beside,
        form.chosen_stratum,
        list(targets_of(standing.programme, [indicator.id])),
        list(deliveries_of(standing.programme, indicator.id)),
        frozenset(aimable_places(standing)),
        form.chosen_period,
    )


def _lines(indicator: Indicator, standing: Standing) -> Lines:
    """An indicator as somebody sees it, beside whatever it can be compared with."""
    programme = standing.programme
    cells = cells_of(programme, [indicator.id]).get(indicator.id, [])
    hiding = hiding_in(programme, [indicator]).get(indicator.id)
    return Lines(indicator, cells, areas_of(standing), programme.starts_on, hiding)
