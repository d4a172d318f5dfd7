from django.urls import path

from landsby.web.overviews import views

app_name = "overviews"

urlpatterns = [
    path("p/<slug:slug>/picture/", views.picture, name="picture"),
    path("p/<slug:slug>/picture/courses/", views.courses, name="courses"),
    path("p/<slug:slug>/picture/actors/", views.actors, name="actors"),
    path("p/<slug:slug>/picture/export/<str:form>/", views.export_picture, name="export"),
    path("p/<slug:slug>/theory/", views.theory, name="theory"),
    path("p/<slug:slug>/theory/<slug:theory_id>/", views.theory, name="theory_of"),
]
