from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class PlansConfig(AppConfig):
    name = "landsby.web.plans"
    label = "plans"

    def ready(self) -> None:
        """Stand in the menu of programmes that have templates, and have a word when something closes or stops."""
        from landsby.web.initiatives.closing import ask_before_stopping
        from landsby.web.partnerships.closing import ask_before_closing
        from landsby.web.plans.closing import doubts_of_closing, doubts_of_stopping
        from landsby.web.plans.models.referring import register
        from landsby.web.plans.on_template import has_plans

        add_to_menu(Entry(label=_("Planer"), view="plans:list", order=26, also="/plan", when=has_plans))
        ask_before_closing(doubts_of_closing)
        ask_before_stopping(doubts_of_stopping)
        register()
