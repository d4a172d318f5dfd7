from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class BlueprintsConfig(AppConfig):
    name = "landsby.web.blueprints"
    label = "blueprints"

    def ready(self) -> None:
        """Add the room to the programme's menu, keep the data policy's rule, and say what refers to roles."""
        from landsby.web.blueprints.models.holders import register
        from landsby.web.blueprints.retention import register_rules

        register()
        register_rules()
        add_to_menu(Entry(label=_("Program"), view="blueprints:browse", order=60))
