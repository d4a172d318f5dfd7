"""One's own name, language and password."""

from __future__ import annotations

from copy import copy
from typing import Any

from allauth.account.signals import password_changed
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.accounts import actions
from landsby.web.accounts.access import oneself, sign_ons_of
from landsby.web.accounts.adapter import in_language_of
from landsby.web.accounts.forms import PasswordForm, ProfileForm
from landsby.web.accounts.models import User


@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """One's own name and language."""
    user = oneself(request.user)
    # A copy, so that a name that does not hold never reaches the page's head.
    form = ProfileForm(request.POST or None, instance=copy(user))
    if form.is_valid():
        told = form.cleaned_data
        actions.change_profile(user=user, name=told["name"], language=told["language"], by=user)
        messages.success(request, _("Din profil er gemt."))
        return in_language_of(user, redirect("accounts:profile"))
    context = {"form": form, "password_form": PasswordForm(user), **_sign_ons(user)}
    return render(request, "accounts/profile.html", context, status=422 if form.is_bound else 200)


@sensitive_post_parameters()
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """A new password for oneself. One stays signed in here, and is signed out everywhere else."""
    user = oneself(request.user)
    form = PasswordForm(user, request.POST)
    if form.is_valid():
        actions.change_password(user=user, password=form.cleaned_data["new_password1"], by=user)
        update_session_auth_hash(request, user)
        password_changed.send(sender=User, request=request, user=user)
        messages.success(request, _("Din adgangskode er skiftet."))
        return redirect("accounts:profile")
    context = {"form": ProfileForm(instance=user), "password_form": form, **_sign_ons(user)}
    return render(request, "accounts/profile.html", context, status=422)


def _sign_ons(user: User) -> dict[str, Any]:
    """The municipal sign-ins, and which of them the account is connected to."""
    return {"sign_ons": settings.SIGN_ONS.values(), "connected": sign_ons_of(user)}
