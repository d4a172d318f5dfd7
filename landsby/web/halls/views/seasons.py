"""Seasons: listed, planned, shown, changed, printed, counted."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.blueprints.models import blueprint_of
from landsby.web.halls.access import may_coordinate, own_hosts, season_for, seasons_seen_by, swaps_about
from landsby.web.halls.actions import change_season, plan_season
from landsby.web.halls.changing import change_between, details_of
from landsby.web.halls.forms import SeasonForm
from landsby.web.halls.kinds import rota_kinds_on
from landsby.web.halls.presenters import SeasonCounts, SeasonPage, season_columns
from landsby.web.halls.rules import slots_of
from landsby.web.halls.sheet import LANGUAGES, printed_sheet
from landsby.web.kit.audit import record_many
from landsby.web.kit.exports import FORMATS, export
from landsby.web.kit.listing import Listing
from landsby.web.kit.models import Act
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right


@require_GET
def season_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The seasons that somebody sees, those that are not over first."""
    programme, standing = programme_for(request.user, slug)
    today = timezone.localdate()
    rows = seasons_seen_by(standing).with_places().with_plan().with_tally(today).running_first(today)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": Listing(rows, season_columns(), request.GET),
        "may_plan": standing.may(Right.PLAN_OPENINGS),
        "has_duties": bool(own_hosts(standing)),
        "today": today,
    }
    return render_page(request, "halls/list.html", context, partials=("rows",))


@require_http_methods(["GET", "POST"])
def new_season(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a season; its openings stand among the activities at once."""
    programme, standing = programme_for(request.user, slug, to=Right.PLAN_OPENINGS)
    today = timezone.localdate()
    kinds = rota_kinds_on(blueprint_of(programme), today)
    form = SeasonForm(request.POST or None, standing=standing, kinds=kinds, today=today)
    if request.method == "POST" and form.is_valid():
        slots = slots_of(form.details)
        try:
            season = plan_season(programme=programme, details=form.details, slots=slots, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _receipt(len(slots)))
            return redirect("halls:rota", season.pk)
    context = {"programme": programme, "standing": standing, "form": form, "kinds": kinds}
    return render_page(request, "halls/new.html", context, status=422 if form.errors else 200)


def _receipt(openings: int) -> str:
    told = ngettext("%(count)s åbning er lagt i kalenderen.", "%(count)s åbninger er lagt i kalenderen.", openings)
    return told % {"count": openings}


@require_GET
def season_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The season: when, who is host next, and how many came."""
    season, standing = season_for(request.user, pk)
    openings = list(season.openings.with_activity().in_order())
    kind = blueprint_of(season.programme).activity_kinds.get(season.kind)
    held = [opening for opening in openings if opening.activity.is_held]
    context = {
        "programme": season.programme,
        "standing": standing,
        "season": season,
        "kind": kind,
        "page": SeasonPage(season, openings, timezone.localdate()),
        "counts": SeasonCounts(season, kind, held) if kind else None,
        "swaps": list(swaps_about(season).with_parts().newest_first()[:5]),
        "may_plan": may_coordinate(standing, season),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "halls/season.html", context)


@require_http_methods(["GET", "POST"])
def season_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan a season otherwise. Before days are cancelled, they are shown and asked about."""
    season, standing = season_for(request.user, pk, to=Right.PLAN_OPENINGS)
    today, kind = timezone.localdate(), blueprint_of(season.programme).activity_kinds.get(season.kind)
    if kind is None:
        messages.error(request, _("Programmet har ikke den slags åbningstider længere, så planen kan ikke ændres."))
        return redirect("halls:season", season.pk)
    kinds = [kind]
    initial = SeasonForm.initial_of(season)
    form = SeasonForm(request.POST or None, standing=standing, kinds=kinds, today=today, season=season, initial=initial)
    change = None
    if request.method == "POST" and form.is_valid():
        openings = list(season.openings.with_activity().in_order())
        change = change_between(details_of(season, kinds[0]), form.details, openings, today)
        if not change.cancelled or request.POST.get("agreed") == change.signature:
            try:
                change_season(season=season, details=form.details, change=change, by=standing.user)
            except Blocked as refusal:
                form.add_problems(refusal.problems)
            else:
                messages.success(request, _("Sæsonen er ændret."))
                return redirect("halls:season", season.pk)
    context = {"programme": season.programme, "standing": standing, "season": season, "form": form, "change": change}
    return render_page(request, "halls/change.html", context, status=422 if form.errors or change else 200)


@require_GET
def sheet(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The information sheet for institutions, in one language, ready to print."""
    season, _standing = season_for(request.user, pk)
    if language not in LANGUAGES:
        raise Http404
    openings = list(season.openings.planned().with_activity().in_order())
    response = HttpResponse(printed_sheet(season, openings, language), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="season-{season.pk}-{language}.pdf"'
    return response


@require_GET
def export_counts(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """What was counted as a file to take away, small numbers hidden."""
    season, standing = season_for(request.user, pk, to=Right.EXPORT)
    kind = blueprint_of(season.programme).activity_kinds.get(season.kind)
    if form not in FORMATS or kind is None:
        raise Http404
    held = list(season.openings.held().with_activity().in_order())
    counts = SeasonCounts(season, kind, held)
    name = f"season-{season.pk}"
    slug = season.programme.slug
    record_many(by=standing.user, act=Act.EXPORTED, what=type(season), label=name, programme=slug, rows=len(held))
    return export(form=form, name=name, headings=counts.headings, rows=counts.rows_to_leave())
