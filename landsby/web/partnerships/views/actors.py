"""Actors: the list and the single one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import actor_for, actors_seen_by, programme_for


@require_GET
def actors(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's actors."""
    programme, standing = programme_for(request.user, slug)
    context = {"programme": programme, "standing": standing, "actors": actors_seen_by(standing)}
    return render(request, "partnerships/actors.html", context)


@require_GET
def actor(request: HttpRequest, pk: int) -> HttpResponse:
    """One actor."""
    found, standing = actor_for(request.user, pk)
    context = {"programme": found.programme, "standing": standing, "actor": found}
    return render(request, "partnerships/actor.html", context)
