"""Hours to look up: the list, the sums per association and half-year, and both as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.blueprints.models import blueprint_of
from landsby.web.courses.access import hours_programme_for, hours_seen_by, hours_to_approve, sessions_to_hand_in
from landsby.web.courses.forms import HoursFilter
from landsby.web.courses.models import HoursStatus, SessionHours, SessionHoursQuerySet
from landsby.web.courses.presenters import SumRow, hours_columns, hours_rows, sum_headings, total_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.exports import FORMATS, export, export_listing
from landsby.web.kit.listing import Listing
from landsby.web.kit.models import Act
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right


@require_GET
def hours_list(request: HttpRequest, slug: str) -> HttpResponse:
    """All hours that one has to do with, and what waits for oneself."""
    programme, standing = hours_programme_for(request.user, slug)
    listing = _listing(request, standing)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": listing,
        "rows": hours_rows(listing.page, blueprint_of(programme)),
        "to_hand_in": sessions_to_hand_in(standing).count(),
        "to_approve": hours_to_approve(standing).count(),
        "may_correct": standing.may(Right.LOG_ACTIVITIES),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "courses/hours.html", context, partials=("rows",))


@require_GET
def export_hours(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list of hours as a file."""
    programme, standing = hours_programme_for(request.user, slug, to=Right.EXPORT)
    listing = _listing(request, standing)
    name = _("timer-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


@require_GET
def sums(request: HttpRequest, slug: str) -> HttpResponse:
    """The approved hours, summed per association and half-year."""
    programme, standing = hours_programme_for(request.user, slug)
    form = _filter(request, standing)
    rows = _sums(form.narrowed(hours_seen_by(standing)))
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "rows": rows,
        "total": total_of(rows),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "courses/sums.html", context)


@require_GET
def export_sums(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The sums as a file; who took them out is noted."""
    programme, standing = hours_programme_for(request.user, slug, to=Right.EXPORT)
    if form not in FORMATS:
        raise Http404
    rows = _sums(_filter(request, standing).narrowed(hours_seen_by(standing)))
    name = _("godkendte-timer-%(programme)s") % {"programme": programme.slug}
    record_many(
        by=standing.user, act=Act.EXPORTED, what=SessionHours, label=name, programme=programme.slug, rows=len(rows)
    )
    return export(form=form, name=name, headings=sum_headings(), rows=[row.cells for row in rows])


def _filter(request: HttpRequest, standing: Standing) -> HoursFilter:
    return HoursFilter(request.GET, standing=standing, today=timezone.localdate())


def _listing(request: HttpRequest, standing: Standing) -> Listing:
    form = _filter(request, standing)
    rows = form.narrowed(hours_seen_by(standing)).with_parts().reverse()
    return Listing(rows, hours_columns(blueprint_of(standing.programme)), request.GET, filter=form)


def _sums(hours: SessionHoursQuerySet) -> list[SumRow]:
    return [SumRow.of(row) for row in hours.in_status(HoursStatus.APPROVED).sums()]
