"""Looking at a plan again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right
from landsby.web.plans.access import plan_for
from landsby.web.plans.actions import review_plan
from landsby.web.plans.forms import ReviewForm
from landsby.web.plans.presenters import PlanPage
from landsby.web.plans.views.plan import form_page


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """How far each thing has come, what went well, and what comes next."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    page = PlanPage(plan, timezone.localdate())
    items = page.items if plan.is_running else []
    there = next((row.review for row in page.reviews if row.review.on == page.today), None)
    form = ReviewForm(request.POST or None, template=page.template, items=items, today=page.today, there=there)
    if request.method == "POST" and form.is_valid():
        try:
            review_plan(plan=plan, told=form.told, progress=form.progress, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Tak. Det står nu på planen."))
            return redirect("plans:detail", plan.pk)
    return form_page(request, "plans/review.html", plan, standing, form)
