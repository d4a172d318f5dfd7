from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class EvaluationsConfig(AppConfig):
    name = "landsby.web.evaluations"
    label = "evaluations"

    def ready(self) -> None:
        """Stand in the menu after the picture, and have what is declared sealed by the database."""
        from landsby.web.evaluations.models.seals import lift_seals, see_to_seals

        pre_migrate.connect(lift_seals, sender=self)
        post_migrate.connect(see_to_seals, sender=self)
        add_to_menu(Entry(label=_("Evaluering"), view="evaluations:list", order=34, also="/evaluation"))
