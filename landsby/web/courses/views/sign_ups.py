"""Signing up, seeing what was agreed, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.blueprints.models import blueprint_of
from landsby.web.courses.access import covers, joinable_offer_for, sign_up_for
from landsby.web.courses.actions import give_place, sign_up, withdraw_sign_up
from landsby.web.courses.forms import SignUpForm, WithdrawForm
from landsby.web.courses.models import SignUp
from landsby.web.courses.presenters import OfferPage
from landsby.web.courses.sessions import for_parents
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def sign_up_to(request: HttpRequest, pk: int) -> HttpResponse:
    """When, how many, whom to call: then there is a place, or a place in the queue."""
    offer, standing = joinable_offer_for(request.user, pk)
    kind, today = blueprint_of(offer.programme).activity_kinds.get(offer.kind), timezone.localdate()
    form = SignUpForm(request.POST or None, offer=offer, kind=kind, standing=standing, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            signed = sign_up(window=form.row.window, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            _tell(request, signed)
            return redirect("courses:signed_up", signed.pk)
    context = {"programme": offer.programme, "standing": standing, "offer": offer, "form": form}
    context["page"] = OfferPage(offer, kind, today)
    return render_page(request, "courses/sign_up.html", context, status=422 if request.method == "POST" else 200)


@require_GET
def sign_up_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What was agreed: when, where, whom to call, and what parents should know."""
    signed, standing = sign_up_for(request.user, pk)
    return _page(request, signed, standing, WithdrawForm())


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a sign-up back; what is planned of it is cancelled."""
    signed, standing = sign_up_for(request.user, pk)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, signed, standing, form)
    count = withdraw_sign_up(signed=signed, because=form.cleaned_data["because"], by=standing.user)
    text = ngettext(
        "Tilmeldingen er trukket tilbage, og %(count)s gang er aflyst.",
        "Tilmeldingen er trukket tilbage, og %(count)s gange er aflyst.",
        count,
    )
    messages.success(request, text % {"count": count})
    return redirect("courses:offer", signed.window.offer_id)


@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a place that has become free to one who waits."""
    waiting, standing = sign_up_for(request.user, pk, as_host=True)
    try:
        given = give_place(waiting=waiting, by=standing.user)
    except Blocked as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s har fået pladsen.") % {"name": given.institution.name})
    return redirect("courses:offer", waiting.window.offer_id)


def _tell(request: HttpRequest, signed: SignUp) -> None:
    """Whether there was a place."""
    if signed.is_placed:
        messages.success(request, _("I har pladsen. Gangene står nu i kalenderen."))
    else:
        messages.info(request, _("I står på ventelisten. Foreningen siger til, når der bliver plads."))


def _page(request: HttpRequest, signed: SignUp, standing: Standing, form: WithdrawForm) -> HttpResponse:
    offer, today = signed.offer, timezone.localdate()
    kind = blueprint_of(offer.programme).activity_kinds.get(offer.kind)
    context = {
        "programme": offer.programme,
        "standing": standing,
        "signed": signed,
        "offer": offer,
        "page": OfferPage(offer, kind, today),
        "sessions": list(signed.series.sessions.in_order()) if signed.series else [],
        "for_parents": for_parents(signed),
        "form": form,
        "is_host": covers(standing, Right.LOG_ACTIVITIES, offer.host),
    }
    return render_page(request, "courses/signed_up.html", context, status=422 if form.errors else 200)
