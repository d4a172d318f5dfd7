"""The ways in and out: allauth's views, with the manners of ours."""

from __future__ import annotations

from typing import Any

from allauth.account import views
from django.conf import settings
from django.http import HttpResponse


class Answering422:
    """A form that does not hold comes back with the status that says so."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with what is wrong."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]  # the mixin stands before a view
        response.status_code = 422
        return response


class SignIn(Answering422, views.LoginView):
    """E-mail and password, or one's municipality; afterwards on to where one was going."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The municipalities that sign their own people in."""
        told: dict[str, Any] = super().get_context_data(**kwargs)
        return {**told, "sign_ons": settings.SIGN_ONS.values(), "next": told["redirect_field_value"] or ""}


class SignOut(views.LogoutView):
    """Sign out and forget the session; or give up half-way in. A link alone signs nobody out."""

    http_method_names = ["post"]


class SamePerson(Answering422, views.ReauthenticateView):
    """The password once more, before something is changed that keeps the account safe."""


class ForgottenPassword(Answering422, views.PasswordResetView):
    """Asks for a link by e-mail; where no e-mail can be sent the page says whom to ask, and takes no form."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether there is e-mail."""
        return {**super().get_context_data(**kwargs), "sends_mail": bool(settings.EMAIL_URL)}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send the link, if anything can be sent."""
        answer: HttpResponse
        if settings.EMAIL_URL:
            answer = super().post(*args, **kwargs)
        else:
            answer = self.render_to_response(self.get_context_data(), status=422)
        return answer


class NewPassword(Answering422, views.PasswordResetFromKeyView):
    """The page that the link leads to."""
