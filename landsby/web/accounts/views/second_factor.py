"""Second factors: allauth's views, with the manners of ours."""

from __future__ import annotations

from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import reverse_lazy

from landsby.web.accounts.views.entrance import Answering422


class Code(Answering422, base.AuthenticateView):
    """A code or a passkey, after the password."""


class SamePersonByCode(Answering422, base.ReauthenticateView):
    """A code once more, before something is changed that keeps the account safe."""


class StartApp(Answering422, totp.ActivateTOTPView):
    """The picture that an app reads, and the first code that it gives."""


class StopApp(Answering422, totp.DeactivateTOTPView):
    """Asks before the app is taken away."""


class NewRecoveryCodes(Answering422, recovery.GenerateRecoveryCodesView):
    """Asks before new recovery codes take the place of the old."""


class AddPasskey(Answering422, webauthn.AddWebAuthnView):
    """Lets the browser make a passkey."""


class RemovePasskey(webauthn.RemoveWebAuthnView):
    """Asks before a passkey is taken away."""

    success_url = reverse_lazy("mfa_index")
