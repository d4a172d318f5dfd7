from django.urls import path

from landsby.web.partnerships import views

app_name = "partnerships"

urlpatterns = [
    path("p/<slug:slug>/places/", views.places, name="places"),
    path("communities/<int:pk>/", views.community, name="community"),
    path("p/<slug:slug>/actors/", views.actors, name="actors"),
    path("actors/<int:pk>/", views.actor, name="actor"),
    path("p/<slug:slug>/people/", views.people, name="people"),
    path("p/<slug:slug>/import/", views.start_import, name="import"),
]
