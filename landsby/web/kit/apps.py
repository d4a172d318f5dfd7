from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "landsby.web.kit"
    label = "kit"
