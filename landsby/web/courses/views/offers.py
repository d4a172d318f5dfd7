"""Framework offers: the list, one of them, and what its association does with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.blueprints.models import blueprint_of
from landsby.web.courses.access import (
    covers,
    hosts_to_choose,
    institutions_for,
    offer_for,
    offers_seen_by,
    sign_ups_shown,
    window_for,
)
from landsby.web.courses.actions import add_window, change_offer, close_offer, make_offer, remove_window
from landsby.web.courses.forms import NewOfferForm, OfferFilter, OfferForm, WindowForm
from landsby.web.courses.kinds import series_kinds
from landsby.web.courses.presenters import OfferPage, offer_pages
from landsby.web.kit.listing import Listing
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right


@require_GET
def offer_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The offers that are for one's places, the open ones first."""
    programme, standing = programme_for(request.user, slug)
    today, blueprint = timezone.localdate(), blueprint_of(programme)
    kinds = series_kinds(blueprint, today)
    form = OfferFilter(request.GET, kinds=kinds, today=today)
    rows = form.narrowed(offers_seen_by(standing)).newest_first(today).with_parts()
    listing = Listing(rows, (), request.GET, filter=form)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": listing,
        "pages": offer_pages(listing.page, blueprint, today),
        "may_offer": bool(kinds) and hosts_to_choose(standing, kinds).exists(),
        "sees_hours": standing.may(Right.LOG_ACTIVITIES) or standing.may(Right.APPROVE_HOURS),
    }
    return render_page(request, "courses/list.html", context, partials=("rows",))


@require_http_methods(["GET", "POST"])
def new_offer(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer a course, with the first of its times."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    kinds = series_kinds(blueprint_of(programme), timezone.localdate())
    form = NewOfferForm(request.POST or None, kinds=kinds, standing=standing) if kinds else None
    if form and request.method == "POST" and form.is_valid():
        try:
            offer = make_offer(programme=programme, told=form.offer.told, windows=[form.window.told], by=standing.user)
        except Blocked as refusal:
            form.offer.add_problems(refusal.problems)
        else:
            messages.success(request, _("%(title)s er lagt ud.") % {"title": offer.title})
            return redirect("courses:offer", offer.pk)
    context = {"programme": programme, "standing": standing, "form": form}
    wrong = request.method == "POST" and (form is None or form.errors)
    return render_page(request, "courses/new.html", context, status=422 if wrong else 200)


@require_GET
def offer_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is offered and when, and to its association who signed up."""
    offer, standing = offer_for(request.user, pk)
    kind = blueprint_of(offer.programme).activity_kinds.get(offer.kind)
    page = OfferPage(offer, kind, timezone.localdate())
    context = {
        "programme": offer.programme,
        "standing": standing,
        "offer": offer,
        "page": page,
        "sign_ups": list(sign_ups_shown(standing, offer)),
        "is_host": covers(standing, Right.LOG_ACTIVITIES, offer.host),
        "may_join": page.is_open and institutions_for(standing, offer).exists(),
    }
    return render_page(request, "courses/offer.html", context)


@require_http_methods(["GET", "POST"])
def offer_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an offer; what is agreed stays."""
    offer, standing = offer_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    kinds = series_kinds(blueprint_of(offer.programme), timezone.localdate())
    form = OfferForm(request.POST or None, kinds=kinds, standing=standing, initial=OfferForm.initial_of(offer))
    if request.method == "POST" and form.is_valid():
        try:
            change_offer(offer=offer, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Ændringen er gemt."))
            return redirect("courses:offer", offer.pk)
    context = {"programme": offer.programme, "standing": standing, "offer": offer, "form": form}
    return render_page(request, "courses/change.html", context, status=422 if form.errors else 200)


@require_POST
def offer_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Let nobody more sign up."""
    offer, standing = offer_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    close_offer(offer=offer, by=standing.user)
    messages.success(request, _("Tilbuddet er lukket. Det, der er aftalt, står ved magt."))
    return redirect("courses:offer", offer.pk)


@require_http_methods(["GET", "POST"])
def window_new(request: HttpRequest, pk: int) -> HttpResponse:
    """One more time at which the offer can be had."""
    offer, standing = offer_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    kind = blueprint_of(offer.programme).activity_kinds.get(offer.kind)
    least = kind.sessions.min if kind and kind.sessions else 1
    initial = {"first_on": timezone.localdate()}
    form = WindowForm(request.POST or None, sessions=offer.sessions, least=least, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            add_window(offer=offer, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Tiden er føjet til."))
            return redirect("courses:offer", offer.pk)
    context = {"programme": offer.programme, "standing": standing, "offer": offer, "form": form}
    return render_page(request, "courses/window.html", context, status=422 if form.errors else 200)


@require_POST
def window_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a time that nobody has signed up for."""
    window, offer, standing = window_for(request.user, pk)
    try:
        remove_window(window=window, by=standing.user)
    except Blocked as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Tiden er slettet."))
    return redirect("courses:offer", offer.pk)
