"""Reading what a programme works by."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from landsby.blueprint.contents import KINDS
from landsby.blueprint.labels import kind_name
from landsby.web.blueprints.access import (
    adapted_keys,
    adapts_everywhere,
    alone_in,
    is_only_kept,
    key_of_today,
    words_about,
)
from landsby.web.blueprints.models import blueprint_of, last_wording
from landsby.web.blueprints.presenters import adapted_in, chapters_of, hits_in, reading_of, shelf_of, years_of
from landsby.web.blueprints.referring import uses_of
from landsby.web.blueprints.switching import can_be_switched
from landsby.web.blueprints.translating import half_told_in
from landsby.web.blueprints.views.addresses import address_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Programme, Right


@require_GET
def browse(request: HttpRequest, slug: str) -> HttpResponse:
    """The definitions that the programme works by, and a search among them."""
    programme, standing = programme_for(request.user, slug)
    blueprint = blueprint_of(programme)
    words, ours = request.GET.get("q", "").strip()[:100], adapted_keys(programme)
    shows_ours = not words and "ours" in request.GET
    may_adapt = standing.may(Right.ADAPT_BLUEPRINT)
    context = {
        "programme": programme,
        "standing": standing,
        "blueprint": blueprint,
        "words": words,
        "shows_ours": shows_ours,
        "hits": adapted_in(blueprint, ours) if shows_ours else hits_in(blueprint, words),
        "chapters": chapters_of(blueprint),
        "years": years_of(programme, blueprint, timezone.localdate()),
        "ours": ours,
        "may_adapt": may_adapt,
        "half_told": half_told_in(programme) if may_adapt else [],
        "may_upgrade": adapts_everywhere(standing),
    }
    page = render_page(request, "blueprints/browse.html", context, partials=("found",))
    # What was searched for stands in the address, so that Back and a link that is sent on find it again.
    page["HX-Replace-Url"] = f"{request.path}?{urlencode({'q': words})}" if words else request.path
    return page


@require_GET
def shelf(request: HttpRequest, slug: str, folder: str) -> HttpResponse:
    """All definitions of one kind."""
    programme, standing = programme_for(request.user, slug)
    if folder not in KINDS:
        raise Http404
    context = {
        "programme": programme,
        "standing": standing,
        "shelf": shelf_of(blueprint_of(programme), folder),
        "ours": {key for of, key in adapted_keys(programme) if of == folder},
        "alone": alone_in(programme, folder),
    }
    return render_page(request, "blueprints/shelf.html", context)


@require_GET
def definition(request: HttpRequest, slug: str, folder: str, key: str) -> HttpResponse:
    """One definition: what it says, where it comes from, and what builds on it."""
    programme, standing = programme_for(request.user, slug)
    blueprint = blueprint_of(programme)
    if (now := key_of_today(programme, folder, key)) != key:
        return redirect(address_of(slug, folder, now))
    found = getattr(blueprint, folder).get(key) if folder in KINDS else None
    if found is None:
        return _gone(request, programme, standing, folder, key)
    said = words_about(programme, folder, key)
    is_kept = is_only_kept(programme, folder, key, said)
    context = {
        "programme": programme,
        "standing": standing,
        "reading": reading_of(blueprint, folder, found, partial(address_of, slug), said.added if said else ()),
        "said": said,
        # Who sees only a part would be told of more than the list behind the number shows.
        "uses": uses_of(programme, folder, key) if standing.seen.everywhere else (),
        "may_adapt": standing.may(Right.ADAPT_BLUEPRINT),
        "is_kept": is_kept,
        "may_switch": adapts_everywhere(standing) and can_be_switched(found, is_kept=is_kept),
    }
    return render_page(request, "blueprints/definition.html", context)


def _gone(request: HttpRequest, programme: Programme, standing: Standing, folder: str, key: str) -> HttpResponse:
    """The page of a definition that the programme has no more.

    Raises:
        Http404: where there never was one.
    """
    wording = last_wording(programme, folder, key) if folder in KINDS else None
    if wording is None:
        raise Http404
    name = kind_name(folder)
    context = {
        "programme": programme,
        "standing": standing,
        "wording": wording,
        "title": wording.definition.title,
        "kind": say(name.one),
        "shelf": say(name.many),
    }
    return render_page(request, "blueprints/gone.html", context, status=410)
