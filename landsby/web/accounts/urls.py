from django.urls import path

from landsby.web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("profile/password/", views.password, name="password"),
    path("profile/sessions/", views.sessions, name="sessions"),
    path("profile/sessions/others/", views.session_end_others, name="end_other_sessions"),
    path("profile/sessions/<int:pk>/end/", views.session_end, name="end_session"),
    path("demo/become/<int:pk>/", views.become, name="become"),
]
