"""The duties of one's own association: seen, swapped, counted."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.activities.access import REMEMBERED
from landsby.web.activities.actions import hold_activity
from landsby.web.activities.forms import HoldForm
from landsby.web.blueprints.models import kind_as_recorded
from landsby.web.halls.access import (
    duties_of,
    duties_to_swap_with,
    duty_for,
    opening_for,
    own_hosts,
    swap_for,
    swaps_of,
    takers_of,
)
from landsby.web.halls.actions import accept_swap, ask_swap, decline_swap, withdraw_swap
from landsby.web.halls.forms import SwapForm
from landsby.web.halls.letters import tell_of_answer, tell_of_question
from landsby.web.halls.models import Swap
from landsby.web.halls.presenters import CountScreen, DutiesPage
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

MOST_SWAPS = 30


@require_GET
def duties(request: HttpRequest, slug: str) -> HttpResponse:
    """Our duties: those ahead, those to be counted, and the questions about swaps."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    today = timezone.localdate()
    openings = list(duties_of(standing).between(today - REMEMBERED, None).with_activity().in_order())
    swaps = list(swaps_of(standing).with_parts().newest_first()[:MOST_SWAPS])
    page = DutiesPage(own_hosts(standing), openings, swaps, today)
    context = {"programme": programme, "standing": standing, "page": page}
    return render_page(request, "halls/duties.html", context)


@require_http_methods(["GET", "POST"])
def swap(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask another association to take a duty."""
    opening, standing, giver = duty_for(request.user, pk)
    others = list(duties_to_swap_with(opening, giver, timezone.localdate()))
    form = SwapForm(request.POST or None, others=others, takers=takers_of(opening))
    if request.method == "POST" and form.is_valid():
        told = {"taker": form.taker, "in_return": form.in_return, "message": form.cleaned_data["message"]}
        try:
            asked = ask_swap(opening=opening, giver=giver, by=standing.user, **told)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            tell_of_question(asked)
            messages.success(request, _("%(name)s er spurgt. I får svar her.") % {"name": asked.taker.name})
            return redirect("halls:duties", standing.programme.slug)
    context = {"programme": standing.programme, "standing": standing, "opening": opening, "giver": giver, "form": form}
    return render_page(request, "halls/swap.html", context, status=422 if form.errors else 200)


@require_POST
def swap_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes to a swap."""
    asked, standing = swap_for(request.user, pk, answering=True)
    return _answer(request, asked, standing, accept_swap, _("Aftalt. Vagtplanen er ændret."))


@require_POST
def swap_decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no to a swap."""
    asked, standing = swap_for(request.user, pk, answering=True)
    return _answer(request, asked, standing, decline_swap, _("I har sagt nej. Vagtplanen er, som den var."))


@require_POST
def swap_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question back."""
    asked, standing = swap_for(request.user, pk, answering=False)
    return _answer(request, asked, standing, withdraw_swap, _("Spørgsmålet er trukket tilbage."))


@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how many came to an opening, on one screen."""
    opening, standing = opening_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    activity = opening.activity
    kind = kind_as_recorded(activity.programme, activity.kind, activity.kind_hash)
    form = HoldForm(request.POST or None, activity=activity, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            hold_activity(activity=activity, kind=kind, by=standing.user, **form.outcome)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Tak. Tallene er gemt."))
            return redirect("halls:season", opening.season_id)
    context = {"programme": standing.programme, "standing": standing, "opening": opening, "form": form}
    context |= {"screen": CountScreen(form), "has_come": activity.has_come(timezone.localdate())}
    return render_page(request, "halls/count.html", context, status=422 if form.errors else 200)


def _answer(
    request: HttpRequest, asked: Swap, standing: Standing, action: Callable[..., Swap], thanks: str
) -> HttpResponse:
    """Answer a swap, and say what came of it; whoever answered first is heard."""
    try:
        answered = action(swap=asked, by=standing.user)
    except Blocked as refusal:
        for problem in refusal.problems:
            messages.error(request, str(problem.text))
    else:
        tell_of_answer(answered)
        messages.success(request, thanks)
    return redirect("halls:duties", standing.programme.slug)
