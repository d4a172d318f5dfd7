from django.urls import path

from landsby.web.home import views

app_name = "home"

urlpatterns = [
    path("", views.front, name="front"),
    path("demo/personas/", views.personas, name="personas"),
    path("p/<slug:slug>/", views.programme, name="programme"),
]
