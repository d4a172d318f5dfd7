from django.urls import path

from landsby.web.wheel import views

app_name = "wheel"

urlpatterns = [
    path("p/<slug:slug>/wheel/", views.year, name="year"),
    path("p/<slug:slug>/wheel/print/<str:language>/", views.printed, name="printed"),
    path("p/<slug:slug>/wheel/new/", views.entry_new, name="entry_new"),
    path("wheel-entries/<int:pk>/", views.entry, name="entry"),
    path("wheel-entries/<int:pk>/remove/", views.entry_remove, name="entry_remove"),
    path("p/<slug:slug>/milestones/", views.milestone_list, name="milestones"),
    path("p/<slug:slug>/milestones/<str:milestone>/", views.milestone, name="milestone"),
    path("p/<slug:slug>/milestones/<str:milestone>/reached/", views.reach, name="reach"),
    path("p/<slug:slug>/milestones/<str:milestone>/not-reached/", views.take_back, name="take_back"),
    path("p/<slug:slug>/milestones/<str:milestone>/change/", views.deviate, name="deviate"),
    path("actors/<int:pk>/introduction/", views.introduction, name="introduction"),
    path("actors/<int:pk>/introduction/begin/", views.begin, name="begin"),
    path("actors/<int:pk>/introduction/tick/", views.tick, name="tick"),
    path("actors/<int:pk>/introduction/end/", views.end, name="end"),
]
