from django.urls import path

from landsby.web.indicators import views

app_name = "indicators"

urlpatterns = [
    path("p/<slug:slug>/indicators/", views.indicator_list, name="list"),
    path("p/<slug:slug>/indicators/of/<str:indicator>/", views.detail, name="detail"),
    path("p/<slug:slug>/indicators/of/<str:indicator>/export/<str:form>/", views.export_figures, name="export"),
    path("p/<slug:slug>/indicators/of/<str:indicator>/target/", views.target_new, name="target_new"),
    path("deliveries/<int:pk>/take-back/", views.delivery_take_back, name="delivery_take_back"),
    path("targets/<int:pk>/take-back/", views.target_take_back, name="target_take_back"),
    path("p/<slug:slug>/indicators/files/", views.start_import, name="import"),
    path("p/<slug:slug>/indicators/files/<int:pk>/columns/", views.import_columns, name="import_columns"),
    path("p/<slug:slug>/indicators/files/<int:pk>/", views.import_preview, name="import_preview"),
    path("p/<slug:slug>/indicators/files/<int:pk>/apply/", views.import_apply, name="import_apply"),
    path("p/<slug:slug>/indicators/files/<int:pk>/give-up/", views.import_give_up, name="import_give_up"),
]
