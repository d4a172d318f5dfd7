from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class GatheringsConfig(AppConfig):
    name = "landsby.web.gatherings"
    label = "gatherings"

    def ready(self) -> None:
        """Stand in the menu, be pointed to from a meeting's page, and tell which columns hold ids of definitions."""
        from landsby.web.activities.ways_on import point_on
        from landsby.web.gatherings.models.referring import register
        from landsby.web.gatherings.ways import way_to_gathering

        point_on(way_to_gathering)
        add_to_menu(Entry(label=_("Møder"), view="gatherings:list", order=24))
        register()
