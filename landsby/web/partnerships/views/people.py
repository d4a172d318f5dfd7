"""People: who has which role where, inviting somebody to one, and ending it."""

from __future__ import annotations

from itertools import islice

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.kit.audit import record_many
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import (
    heirs_of,
    invitations_within,
    membership_for,
    memberships_within,
    places_for,
    programme_for,
    role_for,
    roles_to_give,
)
from landsby.web.partnerships.actions import end_membership, invite
from landsby.web.partnerships.forms import HandOverForm, PersonForm, RoleForm
from landsby.web.partnerships.forms.roles import place_told, told_of
from landsby.web.partnerships.models import Membership, Right
from landsby.web.partnerships.presenters.leaving import left_of, told_after
from landsby.web.partnerships.views.invitations import link_page

MOST_TYPED, MOST_FOUND = 100, 30
"""So many letters of what is typed are looked for, and so many places are offered for it."""


@require_GET
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """The people whom the reader may give access to. That the list was read is noted."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PEOPLE)
    memberships = list(memberships_within(standing))
    record_many(
        by=standing.user,
        act=Act.READ,
        what=Membership,
        label=programme.name,
        programme=programme.slug,
        rows=len(memberships),
    )
    context = {
        "programme": programme,
        "standing": standing,
        "memberships": memberships,
        "invitations": invitations_within(standing),
    }
    return render(request, "partnerships/people.html", context)


@require_GET
def choose_role(request: HttpRequest, slug: str) -> HttpResponse:
    """First the role, since it decides which places there are to choose from."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PEOPLE)
    form = RoleForm(request.GET or None, roles=roles_to_give(standing))
    if form.is_valid():
        return redirect("partnerships:new_person", slug, form.cleaned_data["role"])
    context = {"programme": programme, "standing": standing, "form": form}
    return render(request, "partnerships/choose_role.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Invite somebody to a role at a place."""
    role, standing = role_for(request.user, slug, key)
    search = reverse("partnerships:places_found", args=[slug, key])
    form = PersonForm(request.POST or None, role=role, places=places_for(standing, role), search=search)
    if form.is_valid():
        told, place, language = form.cleaned_data, form.chosen_place, form.chosen_language
        who = {"email": told["email"], "name": told["name"], "language": language}
        try:
            invitation, token = invite(**who, role=role, place=place, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return link_page(request, standing, invitation, token)
    context = {"programme": standing.programme, "standing": standing, "form": form, "role": role, "told": told_of(role)}
    return render(request, "partnerships/new_person.html", context, status=422 if form.errors else 200)


@require_GET
def places_found(request: HttpRequest, slug: str, key: str) -> JsonResponse:
    """The places for a role whose name, kind or community holds every typed word, for a picker to offer."""
    role, standing = role_for(request.user, slug, key)
    words = request.GET.get("q", "")[:MOST_TYPED].casefold().split()
    told = ((place.pk, place_told(place)) for place in places_for(standing, role)) if words else ()
    fits = (one for one in told if all(word in one[1].casefold() for word in words))
    return JsonResponse({"found": [{"value": value, "title": title} for value, title in islice(fits, MOST_FOUND)]})


@require_http_methods(["GET", "POST"])
def membership_end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End somebody's role. What they recorded stays; what they look after may pass to a colleague."""
    membership, standing = membership_for(request.user, slug, pk)
    left = left_of(membership)
    told = request.POST if request.method == "POST" else None
    form = HandOverForm(told, heirs=heirs_of(membership), left=[one.sort for one in left])
    if form.is_valid():
        try:
            end_membership(membership=membership, by=standing.user, heir=form.chosen_heir)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, told_after(membership, left, form.chosen_heir))
            return redirect("partnerships:people", slug)
    context = {
        "programme": standing.programme,
        "standing": standing,
        "membership": membership,
        "left": left,
        "form": form,
    }
    return render(request, "partnerships/end_membership.html", context, status=422 if form.errors else 200)
