"""One actor: its page, its contacts, and the turns that it takes over the years."""

from __future__ import annotations

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
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, actor_for, contact_of, programme_for
from landsby.web.partnerships.actions import (
    add_actor,
    add_contact,
    change_actor,
    close_actor,
    end_contact,
    merge_actor,
    rename_actor,
    reopen_actor,
)
from landsby.web.partnerships.forms import ActorForm, CloseForm, ContactForm, MergeForm, RenameForm
from landsby.web.partnerships.models import Actor, Contact, Right
from landsby.web.partnerships.presenters.actors import ActorPage


@require_GET
def actor(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of one actor. That somebody read its contacts is noted."""
    found, standing = actor_for(request.user, pk)
    contacts = _contacts(found, standing)
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
    return _turn(request, found, standing, form, title=_("Skift navn"))


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an actor from a day on; what it took part in stays."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = CloseForm(request.POST or None, initial={"closed_on": timezone.localdate()})
    if form.is_valid():
        try:
            close_actor(actor=found, on=form.cleaned_data["closed_on"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            told = {"name": found.name, "day": short_day(form.cleaned_data["closed_on"])}
            done = _("%(name)s er lukket.") if found.has_closed else _("%(name)s lukker %(day)s.")
            messages.success(request, done % told)
            return redirect("partnerships:actor", pk)
    return _turn(request, found, standing, form, title=_("Luk"))


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Let another actor carry on for this one from a day on."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = MergeForm(request.POST or None, standing=standing, actor=found, initial={"closed_on": timezone.localdate()})
    if form.is_valid():
        told = form.cleaned_data
        try:
            merge_actor(actor=found, into=told["into"], on=told["closed_on"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("De to er lagt sammen."))
            return redirect("partnerships:actor", told["into"].pk)
    return _turn(request, found, standing, form, title=_("Læg sammen"))


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that an actor closed."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    reopen_actor(actor=found, by=standing.user)
    messages.success(request, _("%(name)s er åben igen.") % {"name": found.name})
    return redirect("partnerships:actor", pk)


@require_http_methods(["GET", "POST"])
def new_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a person to call at an actor."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = ContactForm(request.POST or None)
    if form.is_valid():
        add_contact(actor=found, by=standing.user, **form.cleaned_data)
        messages.success(request, _("Kontaktpersonen er tilføjet."))
        return redirect("partnerships:actor", pk)
    return _turn(request, found, standing, form, title=_("Ny kontaktperson"))


@require_POST
def contact_end(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Let a person no longer be a contact."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    end_contact(contact=contact_of(found, contact), by=standing.user)
    messages.success(request, _("Kontaktpersonen er fjernet fra listen."))
    return redirect("partnerships:actor", pk)


def _contacts(found: Actor, standing: Standing) -> list[Contact] | None:
    """The current contacts; None to whoever may not see them."""
    reach = standing.reach(Right.SEE_CONTACTS)
    places = {"municipality": found.municipality_id, "community": found.community_id}
    may_see = reach.covers(actors=(found.pk, found.parent_id), **places)
    return list(found.contacts.current()) if may_see else None


def _turn(request: HttpRequest, found: Actor, standing: Standing, form: Any, *, title: str) -> HttpResponse:
    """A short form about one actor."""
    context = {"programme": found.programme, "standing": standing, "actor": found, "form": form, "title": title}
    return render(request, "partnerships/actor_turn.html", context, status=422 if form.errors else 200)
