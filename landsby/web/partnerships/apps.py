"""The room among Django's apps."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Tells the kit how the data policy is kept for rows about people."""

    name = "landsby.web.partnerships"
    label = "partnerships"

    def ready(self) -> None:
        """Rules are known once the models are."""
        from landsby.web.partnerships.retention import register_rules

        register_rules()
