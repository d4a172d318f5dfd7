from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "landsby.web.home"
    label = "home"
