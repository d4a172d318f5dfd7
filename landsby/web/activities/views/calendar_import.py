"""A calendar from elsewhere becomes planned activities: the file, the dry run, and the confirmation."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.activities.access import calendar_draft_for, calendar_drafts_of
from landsby.web.activities.actions import apply_calendar_import, begin_calendar_import, give_up_calendar_import
from landsby.web.activities.calendar_plan import CalendarPlan, plan_of
from landsby.web.activities.forms import CalendarForm
from landsby.web.activities.models import CalendarDraft
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

MOST_SHOWN = 50
"""So many lines of each table are shown; the rest are counted."""


@require_http_methods(["GET", "POST"])
def calendar_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file and what it becomes; what is wrong with it as a whole is said here."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    form = CalendarForm(
        request.POST or None,
        request.FILES or None,
        standing=standing,
        blueprint=blueprint_of(programme),
        today=timezone.localdate(),
    )
    if form.is_valid():
        try:
            draft = begin_calendar_import(programme=programme, by=standing.user, **form.told)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return redirect("activities:calendar_preview", slug, draft.pk)
    context = {"programme": programme, "standing": standing, "form": form, "drafts": calendar_drafts_of(standing)}
    return render(request, "activities/calendar_import/upload.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def calendar_preview(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the import would do; and its carrying out, where it is still what was shown."""
    draft, standing = calendar_draft_for(request.user, slug, pk)
    plan = _plan(draft, standing)
    if request.method == "POST":
        done = _carried_out(request, draft, plan, standing)
        return done or redirect("activities:calendar_preview", slug, pk)
    context = {
        "programme": draft.programme,
        "standing": standing,
        "draft": draft,
        "kind": plan.kind,
        "plan": plan,
        "most": MOST_SHOWN,
    }
    return render(request, "activities/calendar_import/preview.html", context)


@require_POST
def calendar_give_up(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Delete what was read of the file without importing it."""
    draft, standing = calendar_draft_for(request.user, slug, pk)
    give_up_calendar_import(draft=draft, by=standing.user)
    messages.success(request, _("Filen er slettet. Intet er indlæst."))
    return redirect("activities:calendar_import", slug)


def _plan(draft: CalendarDraft, standing: Standing) -> CalendarPlan:
    """What the import would do.

    Raises:
        Http404: where the kind has left the blueprint since the file was sent.
    """
    names = NamesOfToday(draft.programme, blueprint_of(draft.programme))
    kind = names.of("activity_kinds", draft.kind)
    if kind is None:
        raise Http404
    return plan_of(draft, standing, names.blueprint.activity_kinds[kind], names.blueprint)


def _carried_out(
    request: HttpRequest, draft: CalendarDraft, plan: CalendarPlan, standing: Standing
) -> HttpResponse | None:
    """On to the calendar with what was written; None where something has changed since it was shown."""
    if plan.count and plan.digest == request.POST.get("digest"):
        try:
            count = apply_calendar_import(draft=draft, plan=plan, by=standing.user)
        except (Blocked, IntegrityError, CalendarDraft.DoesNotExist):
            pass
        else:
            done = ngettext("%(count)s aktivitet er indlæst.", "%(count)s aktiviteter er indlæst.", count)
            messages.success(request, done % {"count": count})
            return redirect("activities:calendar", draft.programme.slug)
    messages.warning(request, _("Noget er ændret, siden du så filen efter. Intet er indlæst endnu: Se den efter igen."))
    return None
