from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "landsby.web.accounts"
    label = "accounts"
