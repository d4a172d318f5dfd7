"""The kit among Django's apps."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class KitConfig(AppConfig):
    """Registers the data policy's checks, the rules that belong to no room, and the alphabet for databases without."""

    name = "landsby.web.kit"
    label = "kit"

    def ready(self) -> None:
        """Checks and rules are known once the models are."""
        from landsby.web.kit import checks  # noqa: F401  # importing registers the check
        from landsby.web.kit.alphabet import teach_sqlite
        from landsby.web.kit.retention import register_own_rules

        connection_created.connect(teach_sqlite, dispatch_uid="landsby.alphabet")
        register_own_rules()
