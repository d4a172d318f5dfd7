from django.apps import AppConfig


class OverviewsConfig(AppConfig):
    name = "landsby.web.overviews"
    label = "overviews"
