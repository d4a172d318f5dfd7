"""The programme's log, on screen and as a file. Whoever reads it leaves a trace in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.kit.access import log_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.exports import export_listing
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
    listing = _listing(request, standing)
    name, shown = programme.name, len(listing.page)
    record_many(by=standing.user, act=Act.READ, what=AuditEntry, label=name, programme=slug, rows=shown)
    context = {"programme": programme, "standing": standing, "listing": listing}
    return render_page(request, "partnerships/log.html", context, partials=("rows",))


@require_GET
def export_log(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The log as a file: the same rows in the same order, on all pages, with every column."""
    _programme, standing = logged_programme_for(request.user, slug)
    listing = _listing(request, standing)
    name = _("log-%(programme)s") % {"programme": slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=slug)


def _listing(request: HttpRequest, standing: Standing) -> Listing:
    form = LogFilterForm(request.GET)
    return Listing(form.narrowed(log_of(standing.programme.slug)), columns(), request.GET, filter=form)
