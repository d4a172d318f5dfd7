"""The people to call at an actor: adding, correcting and ending them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.partnerships.access import actor_for, contact_for, contact_of
from landsby.web.partnerships.actions import add_contact, change_contact, end_contact
from landsby.web.partnerships.forms import ContactForm
from landsby.web.partnerships.models import Right
from landsby.web.partnerships.views.actor import turn


@require_http_methods(["GET", "POST"])
def new_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a person to call at an actor."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = ContactForm(request.POST or None)
    if form.is_valid():
        add_contact(actor=found, by=standing.user, **form.cleaned_data)
        messages.success(request, _("Kontaktpersonen er tilføjet."))
        return redirect("partnerships:actor", pk)
    return turn(request, found, standing, form, title=_("Ny kontaktperson"))


@require_http_methods(["GET", "POST"])
def contact_change(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Correct what is known of a contact. That somebody read it to do so is noted."""
    person, standing = contact_for(request.user, pk, contact)
    form = ContactForm(request.POST or None, initial=ContactForm.initial_of(person))
    if form.is_valid():
        change_contact(contact=person, by=standing.user, **form.cleaned_data)
        messages.success(request, _("Ændringen er gemt."))
        return redirect("partnerships:actor", pk)
    if request.method == "GET":
        record(by=standing.user, act=Act.READ, thing=person, programme=standing.programme.slug)
    return turn(request, person.actor, standing, form, title=_("Ret kontaktperson"))


@require_POST
def contact_end(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Let a person no longer be a contact."""
    found, standing = actor_for(request.user, pk, to=Right.MANAGE_PLACES)
    end_contact(contact=contact_of(found, contact), by=standing.user)
    messages.success(request, _("Kontaktpersonen er fjernet fra listen."))
    return redirect("partnerships:actor", pk)
