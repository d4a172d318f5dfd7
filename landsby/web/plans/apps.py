from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class PlansConfig(AppConfig):
    name = "landsby.web.plans"
    label = "plans"

    def ready(self) -> None:
        """Stand in the menu of programmes that have templates for plans, and say what refers to definitions."""
        from landsby.web.plans.models.referring import register
        from landsby.web.plans.on_template import has_plans

        add_to_menu(Entry(label=_("Planer"), view="plans:list", order=26, also="/plan", when=has_plans))
        register()
