from django.urls import path

from landsby.web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("profile/", views.profile, name="profile"),
    path("profile/password/", views.password, name="password"),
    path("demo/become/<int:pk>/", views.become, name="become"),
]
