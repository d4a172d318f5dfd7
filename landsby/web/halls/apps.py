from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class HallsConfig(AppConfig):
    name = "landsby.web.halls"
    label = "halls"

    def ready(self) -> None:
        """Stand in the menu of programmes that have a kind with a rota, keep promises, and say what refers to kinds."""
        from landsby.web.halls.kinds import has_rotas
        from landsby.web.halls.referring import register
        from landsby.web.halls.retention import register_rules

        add_to_menu(Entry(label=_("Åbningstider"), view="halls:list", order=27, when=has_rotas))
        register()
        register_rules()
