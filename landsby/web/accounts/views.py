"""Signing in and out, the demo's change of person, and one's own profile."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.accounts import actions
from landsby.web.accounts.access import oneself, persona_for
from landsby.web.accounts.forms import PasswordForm, ProfileForm, SignInForm
from landsby.web.accounts.models import User


class SignIn(LoginView):
    """E-mail and password; afterwards on to where one was going."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in; the next pages speak the user's language, unless another was chosen here already."""
        user = form.get_user()
        actions.sign_in(request=self.request, user=user, by=user)
        response = HttpResponseRedirect(self.get_success_url())
        has_chosen = settings.LANGUAGE_COOKIE_NAME in self.request.COOKIES
        return response if has_chosen else _in_language(response, user)

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with what is wrong."""
        response = super().form_invalid(form)
        response.status_code = 422
        return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out and forget the session."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@login_not_required
@require_POST
def become(request: HttpRequest, pk: int) -> HttpResponse:
    """See the demo as one of its people. Outside the demo this page does not exist."""
    user = persona_for(pk)
    actions.sign_in_as_persona(request=request, user=user, by=user)
    # Whoever tries the demo keeps the language they came with.
    return redirect(settings.LOGIN_REDIRECT_URL)


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
        return _in_language(redirect("accounts:profile"), user)
    context = {"form": form, "password_form": PasswordForm(user)}
    return render(request, "accounts/profile.html", context, status=422 if form.is_bound else 200)


@sensitive_post_parameters()
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """A new password for oneself."""
    user = oneself(request.user)
    form = PasswordForm(user, request.POST)
    if form.is_valid():
        actions.change_password(user=user, password=form.cleaned_data["new_password1"], by=user)
        update_session_auth_hash(request, user)
        messages.success(request, _("Din adgangskode er skiftet."))
        return redirect("accounts:profile")
    context = {"form": ProfileForm(instance=user), "password_form": form}
    return render(request, "accounts/profile.html", context, status=422)


def _in_language(response: HttpResponseRedirect, user: User) -> HttpResponseRedirect:
    """Let the next pages speak the user's language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        user.language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        httponly=True,
    )
    return response
