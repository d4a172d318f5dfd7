"""Hours on their way: handed in, approved or sent back, corrected."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsby.web.blueprints.models import blueprint_of
from landsby.web.courses.access import (
    hours_for,
    hours_sent_back_to,
    hours_to_approve,
    sessions_to_hand_in,
)
from landsby.web.courses.actions import approve_hours, correct_hours, hand_in_hours, send_back_hours
from landsby.web.courses.forms import ApproveForm, CorrectForm, HandInForm, SendBackForm
from landsby.web.courses.models import SessionHours
from landsby.web.courses.presenters import hours_rows
from landsby.web.kit.forms import Form
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

AT_ONCE = 25
"""So many rows stand on one page; when they are done, the next come."""


@require_http_methods(["GET", "POST"])
def hand_in(request: HttpRequest, slug: str) -> HttpResponse:
    """The held sessions with the hours that they propose: correct them, and hand them in."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    wanted = sessions_to_hand_in(standing)
    sessions, sent_back = list(wanted[:AT_ONCE]), list(hours_sent_back_to(standing))
    form = HandInForm(request.POST or None, sessions=sessions, sent_back=sent_back)
    if request.method == "POST" and form.is_valid():
        count = hand_in_hours(programme=programme, told=form.told, by=standing.user)
        text = ngettext("Timer for %(count)s gang er indsendt.", "Timer for %(count)s gange er indsendt.", count)
        messages.success(request, text % {"count": count})
        return redirect("courses:hand_in" if wanted.exists() else "courses:hours", slug)
    context = {"programme": programme, "standing": standing, "form": form, "more": wanted.count() - len(sessions)}
    return render_page(request, "courses/hand_in.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits for approval, with what it comes to."""
    programme, standing = programme_for(request.user, slug, to=Right.APPROVE_HOURS)
    wanted = hours_to_approve(standing)
    waiting = list(wanted[:AT_ONCE])
    form = ApproveForm(request.POST or None, waiting=waiting)
    if request.method == "POST" and form.is_valid():
        try:
            count = approve_hours(rows=form.chosen, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            text = ngettext("%(count)s række er godkendt.", "%(count)s rækker er godkendt.", count)
            messages.success(request, text % {"count": count})
            return redirect("courses:approve" if wanted.exists() else "courses:sums", slug)
    context = {"programme": programme, "standing": standing, "form": form, "more": wanted.count() - len(waiting)}
    context["rows"] = hours_rows(waiting, blueprint_of(programme))
    return render_page(request, "courses/approve.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Send hours back with a word."""
    row, standing = hours_for(request.user, pk, to=Right.APPROVE_HOURS)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if send_back_hours(row=row, word=form.cleaned_data["word"], by=standing.user):
            messages.success(request, _("Timerne er sendt tilbage."))
        else:
            messages.info(request, _("Timerne er afgjort i forvejen."))
        return redirect("courses:approve", row.programme.slug)
    return _about_hours(request, row, standing, form, title=_("Send timerne tilbage"), send=_("Send tilbage"))


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct approved hours by a row of its own, which is approved like any other."""
    row, standing = hours_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    form = CorrectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            correct_hours(row=row, hours=form.in_all, reason=form.cleaned_data["reason"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Rettelsen er indsendt og venter på godkendelse."))
            return redirect("courses:hours", row.programme.slug)
    return _about_hours(request, row, standing, form, title=_("Ret godkendte timer"), send=_("Indsend rettelsen"))


def _about_hours(request: HttpRequest, row: SessionHours, standing: Standing, form: Form, **words: str) -> HttpResponse:
    """A question about one row of hours; with 422 where the answer does not hold."""
    context = {"programme": row.programme, "standing": standing, "row": row, "form": form, **words}
    return render_page(request, "courses/about_hours.html", context, status=422 if request.method == "POST" else 200)
