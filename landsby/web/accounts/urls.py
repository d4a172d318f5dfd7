from django.urls import path

from landsby.web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("profile/password/", views.password, name="password"),
    path("demo/become/<int:pk>/", views.become, name="become"),
]
