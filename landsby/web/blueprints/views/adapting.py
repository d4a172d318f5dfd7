"""A programme's own words: writing them, their history, and definitions as they stood."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.blueprint import BlueprintError
from landsby.blueprint.definition import Definition
from landsby.blueprint.shadowing import described_in
from landsby.web.accounts.models import User
from landsby.web.blueprints.access import (
    Place,
    adapts_everywhere,
    earlier_for,
    history_for,
    place_for,
    switching_for,
    wording_for,
)
from landsby.web.blueprints.actions import go_back_to, take_back_words, write_adaptation
from landsby.web.blueprints.forms import AdaptForm
from landsby.web.blueprints.models import blueprint_of, in_force, upstream_of, worded_as
from landsby.web.blueprints.presenters import history_of, stood_of
from landsby.web.blueprints.switching import switched
from landsby.web.blueprints.views.addresses import address_of
from landsby.web.kit.navigation import came_from
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def adapt(request: HttpRequest, slug: str, folder: str, key: str) -> HttpResponse:
    """Put a definition in one's own words, or add an idea to it."""
    place, standing = place_for(request.user, slug, folder, key)
    if place.key != key and request.method == "GET":
        return redirect("blueprints:adapt", slug, folder, place.key)
    form = _form(request, place)
    if request.method == "POST" and form.is_valid():
        try:
            _write(place, form, standing.user)
        except Blocked:
            # Another was there between the reading and the writing: what was typed is laid over theirs.
            place, standing = place_for(request.user, slug, folder, key)
            form = _form(request, place)
        else:
            if not form.errors:
                _tell_stored(request, form)
                return redirect(address_of(slug, folder, place.key))
    context = {**_page(place), "standing": standing, "form": form, "for_others": not adapts_everywhere(standing)}
    return render_page(request, "blueprints/adapt.html", context, status=422 if form.errors else 200)


def _tell_stored(request: HttpRequest, form: AdaptForm) -> None:
    """Say that it is stored, and what may want a translation."""
    messages.success(request, _("Jeres egne ord er gemt. De gælder fra nu af."))
    if form.half_said:
        told = _("Skrevet om på det ene sprog alene: %(texts)s. Se, om det andet stadig passer.")
        messages.warning(request, told % {"texts": "; ".join(form.half_said)})


def _form(request: HttpRequest, place: Place) -> AdaptForm:
    """The form of a definition's words, with what was typed."""
    assert place.today is not None
    typed = request.POST.dict() if request.method == "POST" else None
    seen = typed.get("seen", "") if typed is not None else place.seen
    read = worded_as(place.programme, place.folder, place.key, seen) if seen != place.seen else None
    return AdaptForm(typed, today=place.today, upstream=place.upstream, patch=place.patch, read=read)


def _write(place: Place, form: AdaptForm, by: User) -> None:
    """Store what the form says, or let the form say why not.

    Raises:
        Blocked: when somebody else has changed it since the form was opened.
    """
    programme, folder, key = place.programme, place.folder, place.key
    try:
        write_adaptation(programme=programme, folder=folder, key=key, patch=form.patch, by=by, seen=place.seen)
    except BlueprintError as error:
        form.add_faults(error.faults)
    except ValidationError as error:
        form.add_error(None, error)


@require_POST
def switch(request: HttpRequest, slug: str, folder: str, key: str) -> HttpResponse:
    """Use a definition no longer after today, or use it again: in the whole programme."""
    place, standing = switching_for(request.user, slug, folder, key)
    assert isinstance(place.today, Definition)
    patch = switched(place.today, place.upstream, place.patch, timezone.localdate())
    told = (
        _("»%(title)s« bruges til og med i dag. Det, der er registreret, står, som det gør.")
        if place.today.ended_on is None
        else _("»%(title)s« er i brug igen.")
    )
    seen, by = request.POST.get("seen", ""), standing.user
    try:
        write_adaptation(programme=place.programme, folder=folder, key=place.key, patch=patch, by=by, seen=seen)
    except BlueprintError as error:
        messages.error(request, said_of(error))
    except Blocked:
        messages.error(request, _("En anden har ændret det her imens. Se, hvordan det er nu, og tryk igen."))
    else:
        messages.success(request, told % {"title": say(place.today.title)})
    return redirect(address_of(slug, folder, place.key))


@require_GET
def history(request: HttpRequest, slug: str, folder: str, key: str) -> HttpResponse:
    """All that the programme has said about a definition."""
    programme, key, said, standing = history_for(request.user, slug, folder, key)
    blueprint = blueprint_of(programme)
    upstream = described_in(upstream_of(in_force(programme)), folder, key)
    today = described_in(blueprint, folder, key)
    context = {
        "programme": programme,
        "standing": standing,
        "folder": folder,
        "key": key,
        "title": today.title if today else key,
        "url": address_of(slug, folder, key),
        "moments": history_of(blueprint, upstream, said),
        "upstream": upstream,
        "may_adapt": standing.may(Right.ADAPT_BLUEPRINT),
    }
    return render_page(request, "blueprints/history.html", context)


@require_POST
def go_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say again what was said before."""
    earlier, standing = earlier_for(request.user, slug, pk)
    try:
        go_back_to(earlier=earlier, by=standing.user, words_only=not adapts_everywhere(standing))
    except BlueprintError as error:
        messages.error(request, said_of(error))
    else:
        messages.success(request, _("Ordene fra dengang gælder igen."))
    return redirect("blueprints:history", slug, earlier.folder, earlier.key)


@require_POST
def take_back(request: HttpRequest, slug: str, folder: str, key: str) -> HttpResponse:
    """Let the version's own words hold again; what is the programme's own whole stays."""
    place, standing = place_for(request.user, slug, folder, key)
    words_only, key = not adapts_everywhere(standing), place.key
    try:
        take_back_words(programme=place.programme, folder=folder, key=key, by=standing.user, words_only=words_only)
    except BlueprintError as error:
        messages.error(request, said_of(error))
    else:
        messages.success(request, _("Skabelonens egne ord gælder igen."))
    return redirect("blueprints:history", slug, folder, key)


@require_GET
def as_of(request: HttpRequest, slug: str, folder: str, key: str, content_hash: str) -> HttpResponse:
    """A definition as it stood, and what differs from today."""
    wording, standing = wording_for(request.user, slug, folder, key, content_hash)
    stood = stood_of(wording, partial(address_of, slug))
    context = {"programme": wording.programme, "standing": standing, "wording": wording, "stood": stood}
    context["back"] = came_from(request)
    return render_page(request, "blueprints/as_of.html", context)


def said_of(error: BlueprintError) -> str:
    """All faults in the reader's language."""
    return " ".join(f"{say(fault.message)} {say(fault.cure)}" for fault in error.faults)


def _page(place: Place) -> dict[str, Any]:
    """What the page of a definition's words needs."""
    slug = place.programme.slug
    return {
        "programme": place.programme,
        "folder": place.folder,
        "key": place.key,
        "title": place.today.title if place.today else place.key,
        "url": address_of(slug, place.folder, place.key),
        "said": place.said,
    }
