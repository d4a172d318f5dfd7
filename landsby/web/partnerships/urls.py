from django.urls import path

from landsby.web.partnerships import views
from landsby.web.partnerships.views import log

app_name = "partnerships"

urlpatterns = [
    path("p/<slug:slug>/places/", views.places, name="places"),
    path("communities/<int:pk>/", views.community, name="community"),
    path("p/<slug:slug>/actors/", views.actors, name="actors"),
    path("actors/<int:pk>/", views.actor, name="actor"),
    path("p/<slug:slug>/people/", views.people, name="people"),
    path("p/<slug:slug>/import/", views.start_import, name="import"),
    path("p/<slug:slug>/import/<int:pk>/columns/", views.import_columns, name="import_columns"),
    path("p/<slug:slug>/import/<int:pk>/kinds/", views.import_kinds, name="import_kinds"),
    path("p/<slug:slug>/import/<int:pk>/preview/", views.import_preview, name="import_preview"),
    path("p/<slug:slug>/import/<int:pk>/apply/", views.import_apply, name="import_apply"),
    path("p/<slug:slug>/import/<int:pk>/give-up/", views.import_give_up, name="import_give_up"),
    path("p/<slug:slug>/log/", log.log, name="log"),
    path("p/<slug:slug>/log/export/<str:form>/", log.export_log, name="log_export"),
]
