from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "landsby.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Keep the data policy's rules about signing in."""
        from landsby.web.accounts.retention import register_rules

        register_rules()
