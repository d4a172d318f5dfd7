"""The addresses that allauth knows by its own names, and finds each other by. What is not listed is not open."""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from django.urls import path, re_path

from landsby.web.accounts.views import entrance, municipal, second_factor

urlpatterns = [
    path("sign-in/", entrance.SignIn.as_view(), name="account_login"),
    path("sign-out/", entrance.SignOut.as_view(), name="account_logout"),
    path("same-person/", entrance.SamePerson.as_view(), name="account_reauthenticate"),
    path("password/forgotten/", entrance.ForgottenPassword.as_view(), name="account_reset_password"),
    path("password/sent/", allauth_views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        entrance.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("password/chosen/", allauth_views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("sign-in/code/", second_factor.Code.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("same-person/code/", second_factor.SamePersonByCode.as_view(), name="mfa_reauthenticate"),
    path("same-person/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sign-in/<str:provider_id>/", municipal.login, name="openid_connect_login"),
    path("sign-in/<str:provider_id>/back/", municipal.callback, name="openid_connect_callback"),
    path("sign-in-cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("profile/security/", base.index, name="mfa_index"),
    path("profile/security/app/", second_factor.StartApp.as_view(), name="mfa_activate_totp"),
    path("profile/security/app/remove/", second_factor.StopApp.as_view(), name="mfa_deactivate_totp"),
    path("profile/security/passkeys/new/", second_factor.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(
        "profile/security/passkeys/<int:pk>/remove/",
        second_factor.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("profile/security/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("profile/security/codes/new/", second_factor.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("profile/security/codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]
