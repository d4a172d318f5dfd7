from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "landsby.web.plans"
    label = "plans"

    def ready(self) -> None:
        """Say what refers to definitions."""
        from landsby.web.plans.models.referring import register

        register()
