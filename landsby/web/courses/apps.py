from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class CoursesConfig(AppConfig):
    name = "landsby.web.courses"
    label = "courses"

    def ready(self) -> None:
        """Stand in the menu after the activities, and keep the data policy's promises."""
        from landsby.web.courses.models.referring import register
        from landsby.web.courses.retention import register_rules

        add_to_menu(Entry(label=_("Forløb"), view="courses:list", order=22, also="/courses/"))
        register()
        register_rules()
