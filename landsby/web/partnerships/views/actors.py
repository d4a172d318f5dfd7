"""Many actors at once: the list and its export."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.kit.exports import export_listing
from landsby.web.kit.listing import Listing
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing, actors_seen_by, programme_for
from landsby.web.partnerships.forms import ActorFilter
from landsby.web.partnerships.models import Right
from landsby.web.partnerships.presenters.actors import columns


@require_GET
def actors(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's actors: filter, sort, page, and on to the export of the same rows."""
    programme, standing = programme_for(request.user, slug)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": _listing(request, standing),
        "may_add": standing.may(Right.MANAGE_PLACES),
        "may_import": standing.may(Right.IMPORT_PLACES),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "partnerships/actors.html", context, partials=("rows",))


@require_GET
def export_actors(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list as a file: the same rows in the same order, on all pages, with every column."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    listing = _listing(request, standing.holding(Right.EXPORT))
    name = _("aktører-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


def _listing(request: HttpRequest, standing: Standing) -> Listing:
    form = ActorFilter(request.GET, standing=standing, today=timezone.localdate())
    rows = form.narrowed(actors_seen_by(standing)).with_names().in_kind_order()
    return Listing(rows, columns(), request.GET, filter=form)
