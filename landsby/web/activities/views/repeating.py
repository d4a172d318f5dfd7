"""The days of something that is repeated, looked over before they are stored."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.web.activities.actions import plan_repeated
from landsby.web.activities.forms import RepeatingForm
from landsby.web.kit.device import tell_stored
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing


def looked_over(request: HttpRequest, form: RepeatingForm, standing: Standing) -> HttpResponse:
    """Show the days of a form that holds and is repeated; or store those that stayed."""
    days = form.chosen_days
    is_confirmed = "previewed" in request.POST
    if is_confirmed and days:
        done = _stored(request, form, standing)
        if done is not None:
            return done
    elif is_confirmed:
        messages.warning(request, _("Der er ikke valgt nogen dage. Intet er gemt."))
    context = {
        "programme": standing.programme,
        "standing": standing,
        "form": form,
        "kind": form.kind,
        "days": [(one, one.day in days if is_confirmed else not one.free) for one in form.days],
    }
    return render(request, "activities/repeat.html", context, status=422 if is_confirmed else 200)


def _stored(request: HttpRequest, form: RepeatingForm, standing: Standing) -> HttpResponse | None:
    """On to the first of those that were stored; None where one of them does not hold any more."""
    try:
        stored = plan_repeated(
            programme=standing.programme, entries=form.entries, repetition=form.repetition, by=standing.user
        )
    except (Blocked, IntegrityError):
        messages.warning(request, _("Noget er ændret imens. Intet er gemt: Se det efter, og prøv igen."))
        return None
    tell_stored(request, form.cleaned_data["client_key"])
    done = ngettext("%(count)s gang er planlagt.", "%(count)s gange er planlagt.", len(stored))
    messages.success(request, done % {"count": len(stored)})
    return redirect("activities:detail", stored[0].pk)
