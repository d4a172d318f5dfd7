"""The whole portfolio read: as a list with its summary and files, through the years, and across tracks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.blueprints.models import blueprint_of
from landsby.web.initiatives.access import (
    actors_among,
    actors_named,
    initiative_for,
    initiatives_seen_by,
    links_among,
    waiting_in,
)
from landsby.web.initiatives.forms import FilterForm, SharingForm
from landsby.web.initiatives.presenters import (
    ACTORS,
    SORT_OF,
    Sharing,
    Summary,
    axis_of,
    held_by,
    portfolio_columns,
    sharers_of,
    timeline_of,
    tracks_of,
)
from landsby.web.initiatives.stages import Stage
from landsby.web.kit.exports import export_listing
from landsby.web.kit.listing import Listing
from landsby.web.kit.numbers import key_in
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right


@require_GET
def initiative_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's initiatives: what they are on the whole, and each of them; filter, sort, page."""
    programme, standing = programme_for(request.user, slug)
    listing, chosen = _listing(request, standing), _filter(request, standing).narrowed(initiatives_seen_by(standing))
    context = {
        "programme": programme,
        "standing": standing,
        "listing": listing,
        "summary": Summary(chosen.sorts(), blueprint_of(programme)),
        "blueprint": blueprint_of(programme),
        "may_manage": standing.may(Right.MANAGE_INITIATIVES),
        "may_export": standing.may(Right.EXPORT),
        "waiting": waiting_in(standing),
    }
    return render_page(request, "initiatives/list.html", context, partials=("rows",))


@require_GET
def export_list(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list as a file: the same rows in the same order, on all pages, with every column."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    listing = _listing(request, standing.holding(Right.EXPORT))
    name = _("indsatser-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


@require_GET
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the programme's initiatives have stood through the years."""
    programme, standing = programme_for(request.user, slug)
    today = timezone.localdate()
    form = _filter(request, standing)
    rows = form.narrowed(initiatives_seen_by(standing)).with_places().with_changes().in_stage_order()
    listing = Listing(rows, [], request.GET, per_page=40, filter=form)
    axis = axis_of(programme.starts_on, today)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": listing,
        "axis": axis,
        "stages": list(Stage),
        "rows": timeline_of(listing.page, axis, today),
    }
    return render_page(request, "initiatives/timeline.html", context, partials=("rows",))


@require_GET
def matrix(request: HttpRequest, slug: str) -> HttpResponse:
    """Which initiatives share actors, goals, target groups and themes, across tracks."""
    programme, standing = programme_for(request.user, slug)
    form = SharingForm(request.GET, blueprint=blueprint_of(programme), standing=standing)
    rows = form.narrowed(initiatives_seen_by(standing))
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "sharing": _sharing(form, standing),
        "total": rows.count(),
    }
    return render_page(request, "initiatives/matrix.html", context)


@require_GET
def sharers(request: HttpRequest, pk: int) -> HttpResponse:
    """What an initiative shares with another: who, which goals, for whom, about what."""
    initiative, standing = initiative_for(request.user, pk)
    programme, first, second = initiative.programme, pk, key_in(request.GET.get("with"))
    rows = initiatives_seen_by(standing).among([first, second]).with_places().in_reading_order()
    both = list(rows)
    if len(both) < 2:
        return redirect("initiatives:matrix", programme.slug)
    links = links_among(rows, ("tracks", *SORT_OF))
    held = held_by([first, second], links, actors_among(standing, rows, timezone.localdate()))
    shared = held[first] & held[second]
    actors = actors_named(int(key) for sort, key in shared if sort == ACTORS)
    context = {
        "programme": programme,
        "standing": standing,
        "both": both,
        "shared": sharers_of(shared, blueprint_of(programme), actors, programme.slug),
        "is_across": not frozenset.intersection(*tracks_of([first, second], links).values()),
    }
    return render_page(request, "initiatives/sharers.html", context, partials=("shared",))


def _filter(request: HttpRequest, standing: Standing) -> FilterForm:
    return FilterForm(request.GET, blueprint=blueprint_of(standing.programme), standing=standing)


def _listing(request: HttpRequest, standing: Standing) -> Listing:
    blueprint, today = blueprint_of(standing.programme), timezone.localdate()
    form = _filter(request, standing)
    rows = form.narrowed(initiatives_seen_by(standing)).with_places().with_parts()
    shown = rows.with_reach(today).with_groups(today).with_latest_why().in_stage_order()
    return Listing(shown, portfolio_columns(blueprint), request.GET, filter=form)


def _sharing(form: SharingForm, standing: Standing) -> Sharing:
    """The same few questions however many initiatives there are."""
    rows = form.narrowed(initiatives_seen_by(standing)).with_places().in_reading_order()
    links, told = links_among(rows, ("tracks", *SORT_OF)), form.wanted
    actors = actors_among(standing, rows, timezone.localdate())
    found = list(rows)
    keys = [each.pk for each in found]
    held, tracks = held_by(keys, links, actors, told.sort), tracks_of(keys, links)
    return Sharing(initiatives=found, held=held, tracks=tracks, only_across=told.only_across)
