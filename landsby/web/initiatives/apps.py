from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class InitiativesConfig(AppConfig):
    name = "landsby.web.initiatives"
    label = "initiatives"

    def ready(self) -> None:
        """Stand in the menu, have a word when an actor closes or somebody goes, and be found by their words."""
        from landsby.web.initiatives.closing import doubts_of_closing
        from landsby.web.initiatives.leaving import register as register_belongings
        from landsby.web.initiatives.models import Initiative
        from landsby.web.initiatives.models.referring import register
        from landsby.web.initiatives.photographed import register as register_photos
        from landsby.web.kit.search import make_findable
        from landsby.web.partnerships.closing import ask_before_closing

        add_to_menu(Entry(label=_("Indsatser"), view="initiatives:board", order=18))
        make_findable(Initiative, "title", "summary")
        ask_before_closing(doubts_of_closing)
        register()
        register_belongings()
        register_photos()
