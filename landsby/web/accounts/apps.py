from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "landsby.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Keep the data policy's rules about signing in, and write down what allauth changes."""
        from landsby.web.accounts.retention import register_rules
        from landsby.web.accounts.second_factor import watch

        register_rules()
        watch()
