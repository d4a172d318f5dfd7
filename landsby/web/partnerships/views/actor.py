"""One actor: its page, and the turns that it takes over the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.kit.audit import record_many
from landsby.web.kit.dates import short_day
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked, Problem
from landsby.web.partnerships.access import Standing, actor_for, contacts_of, programme_for
from landsby.web.partnerships.actions import (
    add_actor,
    change_actor,
    close_actor,
    merge_actor,
    rename_actor,
    reopen_actor,
)
from landsby.web.partnerships.closing import doubts_of_closing
from landsby.web.partnerships.forms import ActorForm, CloseForm, MergeForm, RenameForm
from landsby.web.partnerships.models import Actor, Contact, Right
from landsby.web.partnerships.presenters.actors import ActorPage
from landsby.web.partnerships.ways_on import ways_on


@require_GET
def actor(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of one actor. That somebody read its contacts is noted."""
    found, standing = actor_for(request.user, pk)
    contacts = contacts_of(found, standing)
    if contacts:
        record_many(
            by=standing.user,
            act=Act.READ,
            what=Contact,
            label=found.name,
            programme=found.programme.slug,
            rows=len(contacts),
        )
    context = {
        "programme": found.programme,
        "standing": standing,
        "actor": found,
        "page": ActorPage(found, standing, contacts),
        "ways_on": ways_on(found),
    }
    return render(request, "partnerships/actor.html", context)


@require_http_methods(["GET", "POST"])
def new_actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Add an actor by hand."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PLACES)
    initial = {"community": request.GET.get("community")}
    form = ActorForm(request.POST or None, standing=standing, initial=initial)
    if form.is_valid():
        added = add_actor(programme=programme, by=standing.user, **form.facts)
        messages.success(request, _("%(name)s er tilføjet.") % {"name": added.name})
        return redirect("partnerships:actor", added.pk)
    context = {"programme": programme, "standing": standing, "form": form}
    return render(request, "partnerships/actor_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change_of_actor(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is known of an actor."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = ActorForm(request.POST or None, standing=standing, actor=found, initial=ActorForm.initial_of(found))
    if form.is_valid():
        change_actor(actor=found, by=standing.user, **form.facts)
        messages.success(request, _("Ændringen er gemt."))
        return redirect("partnerships:actor", pk)
    context = {"programme": found.programme, "standing": standing, "actor": found, "form": form}
    return render(request, "partnerships/actor_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an actor a new name from a day on."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = RenameForm(request.POST or None, actor=found, initial={"on": timezone.localdate()})
    if form.is_valid():
        told = form.cleaned_data
        rename_actor(actor=found, name=told["name"], on=told["on"], by=standing.user)
        messages.success(request, _("Navnet er skiftet. Det gamle kan stadig findes."))
        return redirect("partnerships:actor", pk)
    return turn(request, found, standing, form, title=_("Skift navn"))


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an actor from a day on; what it took part in stays."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = CloseForm(request.POST or None, actor=found, initial={"closed_on": timezone.localdate()})
    doubts = _doubts(request, form, found, standing)
    if form.is_valid() and not doubts:
        try:
            close_actor(actor=found, on=form.cleaned_data["closed_on"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            told = {"name": found.name, "day": short_day(form.cleaned_data["closed_on"])}
            done = _("%(name)s er lukket.") if found.has_closed else _("%(name)s lukker %(day)s.")
            messages.success(request, done % told)
            return redirect("partnerships:actor", pk)
    return turn(request, found, standing, form, title=_("Luk"), doubts=doubts)


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Let another actor carry on for this one from a day on."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = MergeForm(request.POST or None, standing=standing, actor=found, initial={"closed_on": timezone.localdate()})
    doubts = _doubts(request, form, found, standing)
    if form.is_valid() and not doubts:
        told = form.cleaned_data
        try:
            merge_actor(actor=found, into=told["into"], on=told["closed_on"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("De to er lagt sammen."))
            return redirect("partnerships:actor", told["into"].pk)
    return turn(request, found, standing, form, title=_("Læg sammen"), doubts=doubts)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that an actor closed."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    reopen_actor(actor=found, by=standing.user)
    messages.success(request, _("%(name)s er åben igen.") % {"name": found.name})
    return redirect("partnerships:actor", pk)


def _doubts(request: HttpRequest, form: CloseForm | MergeForm, found: Actor, standing: Standing) -> list[Problem]:
    """What other rooms ask before the actor closes; nothing once somebody has answered for that very day."""
    if not form.is_valid() or request.POST.get("anyway") == form.cleaned_data["closed_on"].isoformat():
        return []
    return doubts_of_closing(standing, found, form.cleaned_data["closed_on"])


def turn(
    request: HttpRequest, found: Actor, standing: Standing, form: Any, *, title: str, doubts: Sequence[Problem] = ()
) -> HttpResponse:
    """A short form about one actor, with what it should be asked about first."""
    context = {
        "programme": found.programme,
        "standing": standing,
        "actor": found,
        "form": form,
        "title": title,
        "doubts": doubts,
    }
    status = 422 if form.errors or doubts else 200
    return render(request, "partnerships/actor_turn.html", context, status=status)
