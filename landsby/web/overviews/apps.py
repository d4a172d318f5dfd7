from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class OverviewsConfig(AppConfig):
    name = "landsby.web.overviews"
    label = "overviews"

    def ready(self) -> None:
        """Add the room to the programme's menu."""
        add_to_menu(Entry(label=_("Billedet"), view="overviews:picture", order=30))
