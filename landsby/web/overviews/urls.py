from django.urls import path

from landsby.web.overviews import views

app_name = "overviews"

urlpatterns = [
    path("p/<slug:slug>/picture/", views.picture, name="picture"),
]
