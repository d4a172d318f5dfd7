"""People: who has which role where, inviting somebody to one, and ending it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
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
    roles_to_give,
)
from landsby.web.partnerships.actions import end_membership, invite
from landsby.web.partnerships.forms import HandOverForm, PersonForm, RoleForm
from landsby.web.partnerships.leaving import left_by
from landsby.web.partnerships.models import Membership, Right
from landsby.web.partnerships.views.invitations import link_page


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
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PEOPLE)
    role = next((role for role in roles_to_give(standing) if role.key == key), None)
    if role is None:
        raise Http404
    form = PersonForm(request.POST or None, role=role, places=places_for(standing, role))
    if form.is_valid():
        told, place, language = form.cleaned_data, form.chosen_place, form.chosen_language
        who = {"email": told["email"], "name": told["name"], "language": language}
        try:
            invitation, token = invite(**who, role=role, place=place, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return link_page(request, standing, invitation, token)
    context = {"programme": programme, "standing": standing, "form": form, "role": role}
    return render(request, "partnerships/new_person.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def membership_end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End somebody's role. What they recorded stays; what they look after may pass to a colleague."""
    membership, standing = membership_for(request.user, slug, pk)
    left = [sort.told(len(things)) for sort, things in left_by(membership)]
    told = request.POST if request.method == "POST" else None
    form = HandOverForm(told, heirs=heirs_of(membership), is_asked=bool(left))
    if form.is_valid():
        try:
            end_membership(membership=membership, by=standing.user, heir=form.chosen_heir)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            ended = {"name": membership.user.name, "role": membership.role}
            messages.success(request, _("%(name)s er ikke længere %(role)s.") % ended)
            return redirect("partnerships:people", slug)
    context = {
        "programme": standing.programme,
        "standing": standing,
        "membership": membership,
        "left": left,
        "form": form,
    }
    return render(request, "partnerships/end_membership.html", context, status=422 if form.errors else 200)
