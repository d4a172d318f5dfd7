from django.urls import path

from landsby.web.blueprints import views

app_name = "blueprints"

urlpatterns = [
    path("programmes/new/", views.start, name="start"),
    path("programmes/new/blank/", views.blank, name="blank"),
    path("p/<slug:slug>/blueprint/", views.browse, name="browse"),
    path("p/<slug:slug>/blueprint/versions/", views.versions, name="versions"),
    path("p/<slug:slug>/blueprint/versions/builtin/", views.take_builtin, name="take_builtin"),
    path("p/<slug:slug>/blueprint/versions/undo/", views.undo, name="undo"),
    path("p/<slug:slug>/blueprint/versions/<int:pk>/", views.version, name="version"),
    path("p/<slug:slug>/blueprint/versions/<int:pk>/give-up/", views.give_up, name="give_up"),
    path("p/<slug:slug>/blueprint/history/<int:pk>/", views.go_back, name="go_back"),
    path("p/<slug:slug>/blueprint/download/<slug:which>/", views.download, name="download"),
    path("p/<slug:slug>/blueprint/<slug:folder>/", views.shelf, name="shelf"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/", views.definition, name="definition"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/adapt/", views.adapt, name="adapt"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/switch/", views.switch, name="switch"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/history/", views.history, name="history"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/take-back/", views.take_back, name="take_back"),
    path("p/<slug:slug>/blueprint/<slug:folder>/<slug:key>/as-of/<slug:content_hash>/", views.as_of, name="as_of"),
]
