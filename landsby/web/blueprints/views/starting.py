"""Starting a programme from a blueprint."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landsby.blueprint import Language, Text
from landsby.blueprint.archive import archive_of
from landsby.blueprint.blank import blank_files
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.blueprints.forms import StartForm
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Visitor

BLANK_NAME = Text(da="vores_program", en="our_programme")


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
        except ValidationError as error:
            form.add_error("file", error)
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


def _operator(user: Visitor) -> User:
    """The user, who must run the installation.

    Raises:
        PermissionDenied: to everybody else.
    """
    if not isinstance(user, User) or not user.is_operator:
        raise PermissionDenied
    return user
