from django.urls import path

from landsby.web.evaluations import views

app_name = "evaluations"

urlpatterns = [
    path("p/<slug:slug>/evaluations/", views.overview, name="list"),
    path("p/<slug:slug>/evaluations/new/", views.new, name="new"),
    path("p/<slug:slug>/evaluations/from-file/", views.from_file, name="from_file"),
    path("p/<slug:slug>/evaluations/records/", views.own_records, name="own_records"),
    path("p/<slug:slug>/evaluations/records/<str:form>/", views.own_records_file, name="own_records_file"),
    path("evaluation-drafts/<int:pk>/", views.draft, name="draft"),
    path("evaluation-drafts/<int:pk>/declare/", views.declare, name="declare"),
    path("evaluation-drafts/<int:pk>/remove/", views.remove, name="remove"),
    path("evaluations/<int:pk>/", views.declared, name="declared"),
    path("evaluations/<int:pk>/file/", views.file, name="file"),
    path("evaluations/<int:pk>/deviate/", views.deviate, name="deviate"),
    path("evaluations/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("evaluations/<int:pk>/revise/", views.revise, name="revise"),
    path("evaluations/<int:pk>/data/", views.data, name="data"),
    path("evaluations/<int:pk>/run/", views.ask, name="ask"),
    path("cell-files/<int:pk>/remove/", views.let_go, name="let_go"),
    path("evaluation-runs/<int:pk>/", views.run, name="run"),
    path("evaluation-runs/<int:pk>/cancel/", views.cancel, name="cancel"),
    path("evaluation-runs/<int:pk>/again/", views.again, name="again"),
    path("evaluation-runs/<int:pk>/file/<str:form>/", views.export, name="export"),
]
