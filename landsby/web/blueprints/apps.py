from django.apps import AppConfig


class BlueprintsConfig(AppConfig):
    name = "landsby.web.blueprints"
    label = "blueprints"
