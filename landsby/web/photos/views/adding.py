"""Adding a photo: rooms whose things carry them answer one of their own addresses with this."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.photos.actions import add_photo
from landsby.web.photos.bearers import bearer_of
from landsby.web.photos.forms import AddingForm
from landsby.web.photos.gallery import gallery_of


def answer_adding(request: HttpRequest, thing: Any, standing: Standing) -> HttpResponse:
    """The photos of a thing with the form that adds one, for whoever may.

    The page's script asks for JSON, so that the file that was chosen stays in the form when something is wrong.
    """
    form = AddingForm(request.POST or None, request.FILES or None)
    is_script = request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    if request.method == "POST" and _is_added(form, thing, standing):
        bearer = bearer_of(type(thing))
        assert bearer is not None, "it was added to what carries photos"
        messages.success(request, _("Billedet er tilføjet."))
        url = bearer.page(thing) + "#photos"
        return JsonResponse({"url": url}) if is_script else redirect(url)
    if request.method == "POST" and is_script:
        return JsonResponse(
            {"problems": [str(error) for errors in form.errors.values() for error in errors]}, status=422
        )
    gallery = gallery_of(thing, standing, form)
    context = {"programme": standing.programme, "standing": standing, "thing": thing, "gallery": gallery}
    return render_page(request, "photos/add.html", context, status=422 if form.errors else 200)


def _is_added(form: AddingForm, thing: Any, standing: Standing) -> bool:
    """Whether what was sent has become a photo; the form says why not."""
    if not form.is_valid():
        return False
    told = {name: form.cleaned_data[name] for name in ("consent", "text")}
    try:
        add_photo(thing=thing, programme=standing.programme, picture=form.picture, by=standing.user, **told)
    except Blocked as refusal:
        form.add_problems(refusal.problems)
        return False
    return True
