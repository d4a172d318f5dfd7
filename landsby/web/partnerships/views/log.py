"""The programme's log, on screen and as a file. Whoever reads it leaves a trace in it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.kit.access import log_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.exports import FORMATS, export
from landsby.web.kit.listing import Listing
from landsby.web.kit.log import LogFilterForm, columns
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.access.log import logged_programme_for


@require_GET
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """Who did what to which thing, the latest on top."""
    programme, standing = logged_programme_for(request.user, slug)
    form, listing = _listing(request, standing)
    _leave_a_trace(standing, Act.READ, len(listing.page))
    context = {"programme": programme, "standing": standing, "form": form, "listing": listing}
    return render_page(request, "partnerships/log.html", context, partials=("rows",))


@require_GET
def export_log(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The log as a file: the same rows in the same order, on all pages, with every column."""
    _programme, standing = logged_programme_for(request.user, slug)
    if form not in FORMATS:
        raise Http404
    _form, listing = _listing(request, standing)
    _leave_a_trace(standing, Act.EXPORTED, listing.sorted_rows.count())
    headings = [str(column.title) for column in listing.columns]
    return export(form=form, name=_("log-%(programme)s") % {"programme": slug}, headings=headings, rows=listing.cells())


def _listing(request: HttpRequest, standing: Standing) -> tuple[LogFilterForm, Listing]:
    form = LogFilterForm(request.GET)
    return form, Listing(form.narrowed(log_of(standing.programme.slug)), columns(), request.GET)


def _leave_a_trace(standing: Standing, act: Act, rows: int) -> None:
    slug = standing.programme.slug
    record_many(by=standing.user, act=act, what=AuditEntry, label=standing.programme.name, programme=slug, rows=rows)
