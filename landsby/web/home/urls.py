from django.urls import path

from landsby.web.home import views

app_name = "home"

urlpatterns = [
    path("", views.front, name="front"),
    path("p/<slug:slug>/", views.programme, name="programme"),
    path("demo/personas/", views.personas, name="personas"),
    path("demo/family/", views.family, name="family"),
]
