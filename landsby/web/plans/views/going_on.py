"""What goes on from a plan: into the next period, and from another's plan into one's own."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.listing import Listing
from landsby.web.kit.numbers import key_in
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right
from landsby.web.plans.access import examples_for, plan_for
from landsby.web.plans.actions import carry_over, copy_items
from landsby.web.plans.forms import CarryForm, CopyForm
from landsby.web.plans.models import Plan, tallied
from landsby.web.plans.on_template import template_of, whole
from landsby.web.plans.periods import Span, span_after, span_around
from landsby.web.plans.presenters import PlanPage, plan_columns
from landsby.web.plans.views.plan import form_page


@require_http_methods(["GET", "POST"])
def carry_over_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what goes on, and begin the next period."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    span = _next_span(plan)
    form = CarryForm(request.POST or None, items=PlanPage(plan, timezone.localdate()).items, span=span)
    if request.method == "POST" and form.is_valid():
        try:
            begun = carry_over(plan=plan, span=form.span, items=form.chosen, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Her er den nye plan. Det, I valgte, er med."))
            return redirect("plans:detail", begun.pk)
    return form_page(request, "plans/carry_over.html", plan, standing, form)


def _next_span(plan: Plan) -> Span:
    """The period after a plan's; where that has passed too, the one that today lies in."""
    template, today = template_of(plan), timezone.localdate()
    if template is None:
        return Span(plan.starts_on, None)
    after = span_after(template.period, plan.span, whole(plan.programme))
    is_past = after.last is not None and after.last < today
    return span_around(template.period, today, whole(plan.programme)) if is_past else after


@require_http_methods(["GET", "POST"])
def copy_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at what others have written, and take of it what fits."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    wanted = request.GET.get("from", "")
    if not wanted:
        return _others(request, plan, standing)
    source = examples_for(standing, plan).with_key(key_in(wanted))
    if source is None:
        raise Http404
    theirs = PlanPage(source, timezone.localdate())
    form = CopyForm(request.POST or None, items=theirs.items)
    if request.method == "POST" and form.is_valid():
        try:
            taken = copy_items(plan=plan, items=form.chosen, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _receipt(taken))
            return redirect("plans:detail", plan.pk)
    return form_page(request, "plans/copy.html", plan, standing, form, source=source)


def _others(request: HttpRequest, plan: Plan, standing: Standing) -> HttpResponse:
    """The plans that one may take from."""
    columns = plan_columns(blueprint_of(plan.programme))
    listing = Listing(tallied(examples_for(standing, plan)), columns, request.GET)
    page = PlanPage(plan, timezone.localdate())
    context = {"programme": plan.programme, "standing": standing, "plan": plan, "page": page, "listing": listing}
    return render_page(request, "plans/copy_choose.html", context, partials=("rows",))


def _receipt(taken: int) -> str:
    if not taken:
        return _("Det stod der allerede.")
    return ngettext("%(count)s punkt er taget med.", "%(count)s punkter er taget med.", taken) % {"count": taken}
