"""The addresses that allauth knows by its own names, and finds each other by. What is not listed is not open."""

from allauth.account import views as allauth_views
from django.urls import path, re_path

from landsby.web.accounts.views import entrance

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
]
