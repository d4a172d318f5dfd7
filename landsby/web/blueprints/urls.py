from django.urls import path

from landsby.web.blueprints import views

app_name = "blueprints"

urlpatterns = [
    path("programmes/new/", views.start, name="start"),
    path("programmes/new/blank/", views.blank, name="blank"),
    path("p/<slug:slug>/blueprint/", views.browse, name="browse"),
    path("p/<slug:slug>/blueprint/<slug:folder>/", views.shelf, name="shelf"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/", views.definition, name="definition"),
]
