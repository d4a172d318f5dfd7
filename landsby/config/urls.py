"""The contents page of the whole product."""

from django.urls import include, path

urlpatterns = [
    path("", include("landsby.web.home.urls")),
    path("", include("landsby.web.overviews.urls")),
    path("", include("landsby.web.evaluations.urls")),
    path("", include("landsby.web.indicators.urls")),
    path("", include("landsby.web.courses.urls")),
    path("", include("landsby.web.halls.urls")),
    path("", include("landsby.web.gatherings.urls")),
    path("", include("landsby.web.plans.urls")),
    path("", include("landsby.web.wheel.urls")),
    path("", include("landsby.web.activities.urls")),
    path("", include("landsby.web.photos.urls")),
    path("", include("landsby.web.initiatives.urls")),
    path("", include("landsby.web.blueprints.urls")),
    path("", include("landsby.web.partnerships.urls")),
    path("", include("landsby.web.accounts.urls")),
    path("", include("landsby.web.accounts.entrance_urls")),
    path("", include("landsby.web.kit.urls")),
]
