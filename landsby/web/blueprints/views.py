"""Starting a programme from a blueprint, and reading what a programme works by."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landsby.blueprint import Language, Text
from landsby.blueprint.archive import archive_of
from landsby.blueprint.blank import blank_files
from landsby.blueprint.contents import KINDS
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.blueprints.forms import StartForm
from landsby.web.blueprints.models import blueprint_of
from landsby.web.blueprints.presenters import chapters_of, reading_of, shelf_of, years_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Visitor, programme_for

BLANK_NAME = Text(da="vores_program", en="our_programme")
"""What a blank blueprint is called until it is called something else; an id in both languages."""


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Start a programme from a blueprint: for the installation's operator."""
    operator = _operator(request.user)
    form = StartForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = ("slug", "name", "starts_on", "ends_on")
        try:
            programme = start_programme_from(
                blueprint=form.chosen,
                by=operator,
                # What is tried out among invented people is invented too: the banner stays on it, whatever comes later.
                is_invented=settings.DEMO,
                **{name: form.cleaned_data[name] for name in told},
            )
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("%(name)s er begyndt.") % {"name": programme.name})
            return redirect("home:programme", programme.slug)
    return render_page(request, "blueprints/start.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
def blank(request: HttpRequest) -> HttpResponse:
    """A blank blueprint with explanations in the reader's language, as a zip file."""
    _operator(request.user)
    lang: Language = "en" if get_language() == "en" else "da"
    name = BLANK_NAME.say(lang)
    packed = archive_of(blank_files(name, lang), name)
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
    return HttpResponse(packed, content_type="application/zip", headers=headers)


@require_GET
def browse(request: HttpRequest, slug: str) -> HttpResponse:
    """The definitions that the programme works by, and a search among them."""
    programme, standing = programme_for(request.user, slug)
    blueprint = blueprint_of(programme)
    words = request.GET.get("q", "").strip()[:100]
    context = {
        "programme": programme,
        "standing": standing,
        "blueprint": blueprint,
        "words": words,
        "chapters": chapters_of(blueprint, words),
        "years": years_of(programme, blueprint, timezone.localdate()),
    }
    return render_page(request, "blueprints/browse.html", context, partials=("found",))


@require_GET
def shelf(request: HttpRequest, slug: str, folder: str) -> HttpResponse:
    """All definitions of one kind."""
    programme, standing = programme_for(request.user, slug)
    if folder not in KINDS:
        raise Http404
    shown = shelf_of(blueprint_of(programme), folder)
    return render_page(request, "blueprints/shelf.html", {"programme": programme, "standing": standing, "shelf": shown})


@require_GET
def definition(request: HttpRequest, slug: str, folder: str, key: str) -> HttpResponse:
    """One definition: what it says, where it comes from, and what builds on it."""
    programme, standing = programme_for(request.user, slug)
    blueprint = blueprint_of(programme)
    found = getattr(blueprint, folder).get(key) if folder in KINDS else None
    if found is None:
        raise Http404
    reading = reading_of(blueprint, folder, found, partial(_address, slug))
    return render_page(
        request, "blueprints/definition.html", {"programme": programme, "standing": standing, "reading": reading}
    )


def _address(slug: str, folder: str, key: str) -> str:
    return reverse("blueprints:definition", args=[slug, folder, key])


def _operator(user: Visitor) -> User:
    """The user, who must run the installation.

    Raises:
        PermissionDenied: to everybody else.
    """
    if not isinstance(user, User) or not user.is_operator:
        raise PermissionDenied
    return user
