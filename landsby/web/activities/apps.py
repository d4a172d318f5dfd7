from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "landsby.web.activities"
    label = "activities"
