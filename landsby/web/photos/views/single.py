"""One photo: its page, what is said of it, and taking it away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.kit.partials import render_page
from landsby.web.photos.access import Found, photo_for
from landsby.web.photos.actions import change_photo, remove_photo
from landsby.web.photos.forms import SayingForm
from landsby.web.photos.presenters import consent_in_words


@require_GET
def photo_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One photo, and what is known of those on it."""
    found = photo_for(request.user, pk)
    return _page(request, found)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is to be seen, and whether those on it have said yes."""
    found = photo_for(request.user, pk, to="change")
    form = SayingForm(request.POST or None, initial=SayingForm.initial_of(found.photo))
    if request.method == "POST" and form.is_valid():
        change_photo(photo=found.photo, by=found.standing.user, **form.cleaned_data)
        messages.success(request, _("Ændringen er gemt."))
        return redirect("photos:photo", pk)
    return _page(request, found, form)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a photo away."""
    found = photo_for(request.user, pk, to="change")
    remove_photo(photo=found.photo, by=found.standing.user)
    messages.success(request, _("Billedet er slettet."))
    return redirect(found.bearer.page(found.thing) + "#photos")


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a photo away because somebody on it no longer wants to be shown."""
    found = photo_for(request.user, pk, to="change")
    remove_photo(photo=found.photo, by=found.standing.user, is_withdrawn=True)
    messages.success(request, _("Tak. Billedet er slettet med det samme, og ingen kan se det mere."))
    return redirect(found.bearer.page(found.thing) + "#photos")


def _page(request: HttpRequest, found: Found, form: SayingForm | None = None) -> HttpResponse:
    context = {
        "programme": found.standing.programme,
        "standing": found.standing,
        "photo": found.photo,
        "thing": found.thing,
        "thing_url": found.bearer.page(found.thing),
        "may_change": found.may_change,
        "consent": consent_in_words(found.photo),
        "form": form,
    }
    return render_page(request, "photos/photo.html", context, status=422 if form and form.errors else 200)
