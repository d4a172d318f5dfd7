"""The board: where everything stands, and moving a card from stage to stage."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from landsby.web.blueprints.models import blueprint_of
from landsby.web.initiatives.access import actors_tallied, initiative_for, initiatives_seen_by, keys_managed, waiting_in
from landsby.web.initiatives.actions import change_stage
from landsby.web.initiatives.forms import FilterForm
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.presenters import MOST_IN_COLUMN, BoardColumn, Drawn, Summary, board_of
from landsby.web.initiatives.stages import Stage
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right


@require_GET
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's initiatives as cards, by stage."""
    programme, standing = programme_for(request.user, slug)
    form = FilterForm(request.GET, blueprint=blueprint_of(programme), standing=standing)
    columns = _columns(form, standing)
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "columns": columns,
        "found": sum(column.count for column in columns),
        "sorts": Summary(form.narrowed(initiatives_seen_by(standing)).sorts(), blueprint_of(programme)).newness,
        "may_manage": standing.may(Right.MANAGE_INITIATIVES),
        "waiting": waiting_in(standing),
    }
    return render_page(request, "initiatives/board.html", context)


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """The menu of a card, and the move itself; where more must be told, on to the form that asks for it."""
    initiative, standing = initiative_for(request.user, pk, to=Right.MANAGE_INITIATIVES)
    if request.method == "GET":
        return _menu(request, initiative, standing)
    before, to = initiative.stage, request.POST.get("to", "")
    try:
        moved = change_stage(initiative=initiative, to=to, on=timezone.localdate(), by=standing.user)
    except (Blocked, ValidationError):  # something must be told, or that is no stage
        asked = f"{reverse('initiatives:stage', args=[pk])}?{urlencode({'to': to})}"
        return HttpResponseClientRedirect(asked) if request.htmx else redirect(asked)  # type: ignore[attr-defined]  # middleware
    said = _("»%(title)s« står nu her: %(stage)s.") % {"title": moved.title, "stage": moved.get_stage_display()}
    if not request.htmx:  # type: ignore[attr-defined]  # of the middleware
        messages.success(request, said)
        return redirect(f"{reverse('initiatives:board', args=[initiative.programme.slug])}#card-{pk}")
    form = FilterForm(request.GET, blueprint=blueprint_of(initiative.programme), standing=standing)
    touched = [column for column in _columns(form, standing, pk) if column.stage in (before, to)]
    context = {"programme": initiative.programme, "columns": touched, "said": said}
    return render_page(request, "initiatives/moved.html", context)


def _menu(request: HttpRequest, initiative: Initiative, standing: Standing) -> HttpResponse:
    """The stages that a card may be moved to; without htmx, the form does the same."""
    if not request.htmx:  # type: ignore[attr-defined]  # of the middleware
        return redirect("initiatives:stage", initiative.pk)
    others = [stage for stage in Stage if stage != initiative.stage]
    context = {"programme": initiative.programme, "standing": standing, "initiative": initiative, "others": others}
    return render_page(request, "initiatives/move_menu.html", context, partials=("menu", "opener"))


def _columns(form: FilterForm, standing: Standing, moved: int | None = None) -> list[BoardColumn]:
    """The board as it is filtered: the same few questions however many initiatives there are."""
    today, chosen = timezone.localdate(), form.narrowed(initiatives_seen_by(standing))
    keys = chosen.keys_of_latest_at_each_stage(MOST_IN_COLUMN)
    shown = initiatives_seen_by(standing).among(keys).with_places().with_parts().with_latest_why()
    rows = list(shown.with_reach(today).with_groups(today).latest_moved_first())
    drawn = Drawn(
        blueprint=blueprint_of(standing.programme),
        tallies=actors_tallied(standing.programme, today),
        movable=keys_managed(standing, rows),
        moved=moved,
    )
    return board_of(rows, chosen.by_stage(), drawn)
