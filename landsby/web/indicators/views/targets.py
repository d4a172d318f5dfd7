"""What is aimed at."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.indicators.access import aimable_places, indicator_for, target_for
from landsby.web.indicators.actions import set_target, take_back_target
from landsby.web.indicators.forms import TargetForm
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def target_new(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Aim at a figure for a place that one may aim for."""
    definition, standing = indicator_for(request.user, slug, indicator, to=Right.MANAGE_INDICATORS)
    places = aimable_places(standing)
    form = TargetForm(request.POST or None, places=places, indicator=definition, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            set_target(programme=standing.programme, indicator=definition.id, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Målet er sat."))
            return redirect("indicators:detail", slug, definition.id)
    context = {"programme": standing.programme, "standing": standing, "indicator": definition, "form": form}
    return render_page(request, "indicators/target.html", context, status=422 if form.errors else 200)


@require_POST
def target_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Aim at it no more."""
    target, standing = target_for(request.user, pk)
    take_back_target(target=target, by=standing.user)
    messages.success(request, _("Målet er taget tilbage. At det har været sat, bliver stående i loggen."))
    return redirect("indicators:detail", standing.programme.slug, target.indicator)
