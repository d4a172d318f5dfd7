from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "landsby.web.initiatives"
    label = "initiatives"

    def ready(self) -> None:
        """Say what refers to definitions, and let initiatives be found by their words."""
        from landsby.web.initiatives.models import Initiative
        from landsby.web.initiatives.models.referring import register
        from landsby.web.kit.search import make_findable

        make_findable(Initiative, "title", "summary")
        register()
