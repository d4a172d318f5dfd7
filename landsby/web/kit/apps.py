"""The kit among Django's apps."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Registers the data policy's checks and the rules that belong to no room."""

    name = "landsby.web.kit"
    label = "kit"

    def ready(self) -> None:
        """Checks and rules are known once the models are."""
        from landsby.web.kit import checks  # noqa: F401  # importing registers the check
        from landsby.web.kit.retention import register_own_rules

        register_own_rules()
