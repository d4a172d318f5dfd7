from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class ActivitiesConfig(AppConfig):
    name = "landsby.web.activities"
    label = "activities"

    def ready(self) -> None:
        """Stand in the menu right after the front page."""
        add_to_menu(Entry(label=_("Aktiviteter"), view="activities:list", order=20))
