from django.urls import path

from landsby.web.kit import views

app_name = "kit"

urlpatterns = [
    path("health", views.health, name="health"),
    path("language/", views.language, name="language"),
    path("was", views.accessibility, name="accessibility"),
    path("data-policy/", views.data_policy, name="data_policy"),
]
