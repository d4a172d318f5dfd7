"""The rota of a season on one screen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsby.web.halls.access import season_for
from landsby.web.halls.actions import fill_rota
from landsby.web.halls.clashes import clashes_of
from landsby.web.halls.forms import RotaForm
from landsby.web.halls.presenters import RotaScreen, proposal_for
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def rota(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill the season's rota: by hand, or from a fair proposal that is then put right by hand."""
    season, standing = season_for(request.user, pk, to=Right.PLAN_OPENINGS)
    openings, today = list(season.openings.with_activity().in_order()), timezone.localdate()
    ahead = [one for one in openings if one.activity.is_planned and one.activity.starts_on >= today]
    past = [one for one in openings if one not in ahead and not one.is_cancelled]
    hosts = {host.actor_id for host in season.hosts.all()} | {host.pk for one in ahead for host in one.hosts}
    clashes = clashes_of(season, ahead, hosts)
    proposed = proposal_for(season, [*past, *ahead], clashes) if request.GET.get("propose") else None
    form = RotaForm(request.POST or None, season=season, openings=ahead, proposed=proposed)
    if request.method == "POST" and form.is_valid():
        try:
            changed = fill_rota(season=season, lines=form.lines, actors=form.actors.values(), by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            told = ngettext("Gemt: %(count)s vagt er ændret.", "Gemt: %(count)s vagter er ændret.", changed)
            messages.success(request, told % {"count": changed})
            return redirect("halls:rota", season.pk)
    screen = RotaScreen(season, form, clashes, past)
    context = {"programme": season.programme, "standing": standing, "season": season, "screen": screen, "form": form}
    return render_page(request, "halls/rota.html", context, status=422 if form.errors else 200)
