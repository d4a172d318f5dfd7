from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class IndicatorsConfig(AppConfig):
    name = "landsby.web.indicators"
    label = "indicators"

    def ready(self) -> None:
        """Stand in the menu, say what refers to definitions, and keep the policy's rules."""
        from landsby.web.indicators.access import has_indicators
        from landsby.web.indicators.models.referring import register
        from landsby.web.indicators.retention import register_rules

        entry = Entry(label=_("Indikatorer"), view="indicators:list", order=32, when=has_indicators)
        add_to_menu(entry)
        register()
        register_rules()
