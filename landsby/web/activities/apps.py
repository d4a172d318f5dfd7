from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, ProfileLink, add_to_menu, add_to_profile


class ActivitiesConfig(AppConfig):
    name = "landsby.web.activities"
    label = "activities"

    def ready(self) -> None:
        """Stand in the menu after the front page, have a word when an actor closes or somebody goes, keep promises."""
        from landsby.web.activities.closing import doubts_of_closing
        from landsby.web.activities.leaving import register as register_belongings
        from landsby.web.activities.models import Activity
        from landsby.web.activities.models.referring import register
        from landsby.web.activities.models.tallies.notes import see_to_notes
        from landsby.web.activities.photographed import register as register_photos
        from landsby.web.activities.retention import register_rules
        from landsby.web.activities.under_initiatives import register as register_under_initiatives
        from landsby.web.kit.search import make_findable
        from landsby.web.partnerships.closing import ask_before_closing

        add_to_menu(Entry(label=_("Aktiviteter"), view="activities:list", order=20))
        add_to_profile(ProfileLink(label=_("Kalender i din telefon"), view="activities:calendars"))
        ask_before_closing(doubts_of_closing)
        register_under_initiatives()
        make_findable(Activity, "title", "place", "notes")
        register()
        register_belongings()
        register_photos()
        register_rules()
        post_migrate.connect(see_to_notes, sender=self, dispatch_uid="recounts are noted")
