from django.urls import path

from landsby.web.partnerships import views
from landsby.web.partnerships.views import log as log_views

app_name = "partnerships"

urlpatterns = [
    path("p/<slug:slug>/places/", views.places, name="places"),
    path("communities/<int:pk>/", views.community, name="community"),
    path("p/<slug:slug>/actors/", views.actors, name="actors"),
    path("actors/<int:pk>/", views.actor, name="actor"),
    path("p/<slug:slug>/people/", views.people, name="people"),
    path("p/<slug:slug>/import/", views.start_import, name="import"),
    path("p/<slug:slug>/log/", log_views.log, name="log"),
    path("p/<slug:slug>/log/export/<str:form>/", log_views.export_log, name="log_export"),
]
