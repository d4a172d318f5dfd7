from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class WheelConfig(AppConfig):
    name = "landsby.web.wheel"
    label = "wheel"

    def ready(self) -> None:
        """Stand in the menu after the plans, be found from an actor's page, and say what refers to definitions."""
        from landsby.web.partnerships.ways_on import point_on
        from landsby.web.wheel.models.referring import register
        from landsby.web.wheel.ways import to_introduction, to_wheel

        add_to_menu(Entry(label=_("Årshjul"), view="wheel:year", order=27, also="/milestones"))
        point_on(to_wheel)
        point_on(to_introduction)
        register()
