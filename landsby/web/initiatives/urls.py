from django.urls import path

from landsby.web.initiatives import views

app_name = "initiatives"

urlpatterns = [
    path("p/<slug:slug>/initiatives/", views.board, name="board"),
    path("p/<slug:slug>/initiatives/list/", views.initiative_list, name="list"),
    path("p/<slug:slug>/initiatives/export/<str:form>/", views.export_list, name="export"),
    path("p/<slug:slug>/initiatives/timeline/", views.timeline, name="timeline"),
    path("p/<slug:slug>/initiatives/matrix/", views.matrix, name="matrix"),
    path("p/<slug:slug>/initiatives/new/", views.new_initiative, name="new"),
    path("p/<slug:slug>/initiatives/start/", views.start, name="start"),
    path("p/<slug:slug>/initiatives/ready/", views.ready, name="ready"),
    path("p/<slug:slug>/initiatives/found/", views.found, name="found"),
    path("p/<slug:slug>/policies/", views.policies, name="policies"),
    path("initiatives/<int:pk>/", views.initiative_page, name="detail"),
    path("initiatives/<int:pk>/edit/", views.edit_initiative, name="edit"),
    path("initiatives/<int:pk>/shared/", views.sharers, name="sharers"),
    path("initiatives/<int:pk>/move/", views.move, name="move"),
    path("initiatives/<int:pk>/stage/", views.stage, name="stage"),
    path("initiatives/<int:pk>/checklist/", views.checklist, name="checklist"),
    path("initiatives/<int:pk>/coverage/", views.coverage, name="coverage"),
    path("initiatives/<int:pk>/decide/", views.decide, name="decide"),
    path("initiatives/<int:pk>/trials/new/", views.new_trial, name="new_trial"),
    path("initiatives/<int:pk>/policies/new/", views.new_policy, name="new_policy"),
    path("coverages/<int:pk>/", views.change_coverage, name="change_coverage"),
    path("trials/<int:pk>/", views.trial_page, name="trial"),
    path("trials/<int:pk>/photos/", views.trial_photos, name="photos"),
    path("trials/<int:pk>/tell/", views.tell, name="tell"),
    path("policies/<int:pk>/", views.policy, name="policy"),
]
