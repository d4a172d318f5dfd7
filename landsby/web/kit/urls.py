from django.urls import path

from landsby.web.kit import views

app_name = "kit"

urlpatterns = [
    path("health", views.health, name="health"),
    path("language/", views.language, name="language"),
    path("was", views.accessibility, name="accessibility"),
    path("device/", views.device, name="device"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("service-worker.js", views.service_worker, name="service_worker"),
    path("data-policy/", views.data_policy, name="data_policy"),
]
