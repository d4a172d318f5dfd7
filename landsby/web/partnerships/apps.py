from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "landsby.web.partnerships"
    label = "partnerships"
