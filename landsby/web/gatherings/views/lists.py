"""Many at once: the lists of gatherings and of agreements, and each as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.activities.models import ActivityQuerySet
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.access import agreements_seen_by, gatherings_seen_by
from landsby.web.gatherings.forms import AgreementFilter, GatheringFilter
from landsby.web.gatherings.kinds import kinds_for
from landsby.web.gatherings.presenters import agreement_columns, gathering_columns
from landsby.web.gatherings.ways import ways_of
from landsby.web.kit.exports import export_listing
from landsby.web.kit.listing import InTurn, Listing
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

COMING = 4
"""So many of those to come stand on top of the list."""


@require_GET
def gathering_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's gatherings: what is coming, and what has been."""
    programme, standing = programme_for(request.user, slug)
    blueprint, today = blueprint_of(programme), timezone.localdate()
    listing = _gatherings(request, standing)
    kinds = [blueprint.activity_kinds[key] for key in kinds_for(blueprint, "gathering")]
    chosen = listing.filter is not None and listing.filter.chosen
    context = {
        "programme": programme,
        "standing": standing,
        "blueprint": blueprint,
        "listing": listing,
        "coming": [] if chosen else list(gatherings_seen_by(standing).upcoming(today).with_places()[:COMING]),
        "ways": ways_of(programme),
        "kinds": [kind for kind in kinds if kind.ended_on is None or kind.ended_on >= today],
        "may_log": standing.may(Right.LOG_ACTIVITIES),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "gatherings/list.html", context, partials=("rows",))


@require_GET
def export_gatherings(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list of gatherings as a file: the same rows in the same order, on all pages."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    listing = _gatherings(request, standing.holding(Right.EXPORT))
    name = _("moeder-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


@require_GET
def agreements(request: HttpRequest, slug: str) -> HttpResponse:
    """What was agreed at all gatherings: what is missing, what is late, and what is done."""
    programme, standing = programme_for(request.user, slug)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": _agreements(request, standing),
        "today": timezone.localdate(),
        "ways": ways_of(programme),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "gatherings/agreements.html", context, partials=("rows",))


@require_GET
def export_agreements(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list of agreements as a file."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    listing = _agreements(request, standing.holding(Right.EXPORT))
    name = _("aftaler-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


def _gatherings(request: HttpRequest, standing: Standing) -> Listing:
    blueprint = blueprint_of(standing.programme)
    form = GatheringFilter(request.GET, standing=standing, blueprint=blueprint, today=timezone.localdate())
    rows = form.narrowed(gatherings_seen_by(standing)).with_places().with_parts()
    return Listing(rows, gathering_columns(blueprint), request.GET, filter=form, unsorted=_in_turn(form, rows))


def _agreements(request: HttpRequest, standing: Standing) -> Listing:
    today = timezone.localdate()
    form = AgreementFilter(request.GET, standing=standing, today=today)
    rows = form.narrowed(agreements_seen_by(standing)).with_gatherings().soonest_first()
    return Listing(rows, agreement_columns(today), request.GET, filter=form)


def _in_turn(form: GatheringFilter, rows: ActivityQuerySet) -> InTurn:
    """What comes the nearest first; else what has been, the latest on top, before what is planned."""
    comes = form.is_valid() and form.cleaned_data["when"] == "coming"
    return InTurn([rows.in_order()] if comes else rows.latest_first(timezone.localdate()))
