from django.urls import path

from landsby.web.blueprints import views

app_name = "blueprints"

_THEORY = "p/<slug:slug>/theory/<slug:theory_id>/"
_ASSUMPTIONS = "p/<slug:slug>/assumptions/"

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
    path(f"{_THEORY}versions/", views.theory_versions, name="theory_versions"),
    path(f"{_THEORY}compare/", views.theory_compare, name="theory_compare"),
    path(f"{_THEORY}file/<str:form>/", views.theory_file, name="theory_file"),
    path(f"{_THEORY}edit/", views.theory_edit, name="theory_edit"),
    path(f"{_THEORY}edit/box/", views.theory_new_box, name="theory_new_box"),
    path(f"{_THEORY}edit/box/<slug:node_id>/", views.theory_box, name="theory_box"),
    path(
        "p/<slug:slug>/theory/<slug:theory_id>/edit/box/<slug:node_id>/remove/",
        views.theory_remove_box,
        name="theory_remove_box",
    ),
    path(
        "p/<slug:slug>/theory/<slug:theory_id>/edit/assumption/<slug:assumption_id>/",
        views.theory_assumption,
        name="theory_assumption",
    ),
    path(f"{_THEORY}edit/assumption/", views.theory_new_assumption, name="theory_new_assumption"),
    path(f"{_THEORY}edit/give-up/", views.theory_give_up, name="theory_give_up"),
    path(f"{_THEORY}edit/lay-over/", views.theory_lay_over, name="theory_lay_over"),
    path(f"{_THEORY}import/", views.theory_import, name="theory_import"),
    path(
        "p/<slug:slug>/theory/<slug:theory_id>/theory-versions/<int:pk>/take-up/",
        views.theory_take_up,
        name="theory_take_up",
    ),
    path(f"{_ASSUMPTIONS}<slug:assumption_id>/evidence/", views.theory_evidence, name="theory_evidence"),
    path(
        "p/<slug:slug>/assumptions/evidence/<int:pk>/remove/",
        views.theory_evidence_remove,
        name="theory_evidence_remove",
    ),
]
