from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.navigation import Entry, add_to_menu


class PartnershipsConfig(AppConfig):
    name = "landsby.web.partnerships"
    label = "partnerships"

    def ready(self) -> None:
        """Stand in the menu after the picture: where, who, and who may. Keep rules, and ask for second factors."""
        from landsby.web.kit.search import make_findable
        from landsby.web.partnerships.belongings import register as register_belongings
        from landsby.web.partnerships.models import Actor, ActorName
        from landsby.web.partnerships.retention import register_rules
        from landsby.web.partnerships.second_factor import watch

        add_to_menu(Entry(label=_("Steder"), view="partnerships:places", order=40))
        add_to_menu(Entry(label=_("Aktører"), view="partnerships:actors", order=50, also="/actors/"))
        add_to_menu(Entry(label=_("Adgang"), view="partnerships:people", order=70, right="manage_people"))
        add_to_menu(Entry(label=_("Log"), view="partnerships:log", order=80, right="see_audit"))
        register_belongings()
        register_rules()
        make_findable(Actor, "name", "address", "town")
        make_findable(ActorName, "name")
        watch()
