"""The programme's picture, the courses and actors behind it, and its table as a file."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.blueprint.theory import charts_of
from landsby.web.activities.models import Activity
from landsby.web.activities.names import asked_as_today
from landsby.web.blueprints.access import adapts_everywhere
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.exports import FORMATS, export
from landsby.web.kit.listing import Listing
from landsby.web.kit.models import Act
from landsby.web.kit.partials import render_page
from landsby.web.overviews import tables
from landsby.web.overviews.figures import figures_of
from landsby.web.overviews.forms import ActorsForm, CoursesForm, PictureForm
from landsby.web.overviews.presenters import Picture, findings_of, live_theory
from landsby.web.overviews.sight import Sight
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right


@require_GET
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What is registered in the programme, as far as the reader may see."""
    programme, standing = programme_for(request.user, slug)
    today = timezone.localdate()
    form = PictureForm(request.GET, standing=standing, last_day=today)
    sight = Sight(standing, form.choice, today)
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "sight": sight,
        "picture": Picture(sight),
        "has_theory": bool(sight.blueprint.theories),
        "thin": findings_of(sight),
        "figures": figures_of(programme, today).values(),
        "may_export": standing.may(Right.EXPORT),
        "may_log": standing.may(Right.LOG_ACTIVITIES),
    }
    return render_page(request, "overviews/picture.html", context)


@require_GET
def courses(request: HttpRequest, slug: str) -> HttpResponse:
    """The courses behind the picture's number of enrolled children."""
    _programme, standing = programme_for(request.user, slug)
    blueprint = blueprint_of(standing.programme)
    asked = asked_as_today(request.GET, NamesOfToday(standing.programme, blueprint))
    form = CoursesForm(asked, standing=standing, last_day=timezone.localdate(), blueprint=blueprint)
    sight = Sight(standing, form.choice, timezone.localdate())
    rows = form.narrowed(sight.counts.courses())
    listing = Listing(rows, tables.course_columns(blueprint), asked)
    return _records(request, standing, "overviews/courses.html", form=form, listing=listing, sight=sight)


@require_GET
def actors(request: HttpRequest, slug: str) -> HttpResponse:
    """The actors behind the picture, and how often each took part."""
    _programme, standing = programme_for(request.user, slug)
    form = ActorsForm(request.GET, standing=standing, last_day=timezone.localdate())
    sight = Sight(standing, form.choice, timezone.localdate())
    rows = form.narrowed(sight.counts.with_taken_part(sight.actors))
    listing = Listing(rows, tables.actor_columns(), request.GET, per_page=50)
    return _records(request, standing, "overviews/actors.html", form=form, listing=listing, sight=sight)


@require_GET
def export_picture(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The picture's numbers by half-year and community, as a file."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    if form not in FORMATS:
        raise Http404
    today = timezone.localdate()
    holding = standing.holding(Right.EXPORT)
    choice = PictureForm(request.GET, standing=holding, last_day=today).choice
    headings, rows = tables.picture_table(Sight(holding, choice, today))
    name = _("billedet-%(programme)s") % {"programme": programme.slug}
    record_many(by=standing.user, act=Act.EXPORTED, what=Activity, label=name, programme=programme.slug, rows=len(rows))
    return export(form=form, name=name, headings=headings, rows=rows)


@require_GET
def theory(request: HttpRequest, slug: str, theory_id: str = "") -> HttpResponse:
    """A theory of change, drawn, with what is registered under each of its boxes."""
    programme, standing = programme_for(request.user, slug)
    charts = charts_of(blueprint_of(programme), timezone.localdate())
    chart = charts.get(theory_id) if theory_id else next(iter(charts.values()), None)
    if theory_id and chart is None:
        raise Http404
    context = {
        "programme": programme,
        "standing": standing,
        "theory": live_theory(standing, chart) if chart else None,
        "may_redraw": adapts_everywhere(standing),
        "may_tell": standing.may(Right.ADAPT_BLUEPRINT),
        "others": [each for each in charts.values() if each is not chart],
    }
    return render_page(request, "overviews/theory.html", context)


def _records(request: HttpRequest, standing: Standing, template: str, **context: Any) -> HttpResponse:
    """A page with a list of the records behind a number."""
    told = {"programme": standing.programme, "standing": standing, **context}
    return render_page(request, template, told, partials=("rows",))
