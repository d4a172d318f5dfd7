"""What the environment says, read once; a missing value says how to give it."""

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def secret_key(*, debug: bool) -> str:
    """The signing key; outside debug it must be given, and long enough to be worth the name.

    Raises:
        ImproperlyConfigured: with the command that makes a key.
    """
    key: str = env.str("LANDSBY_SECRET_KEY", default="")
    if key or not debug:
        if len(key) >= 50:
            return key
        raise ImproperlyConfigured(
            "LANDSBY_SECRET_KEY is missing or shorter than 50 characters. Make one with "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(60))' and set it in the environment."
        )
    return "only-for-development-and-the-demo-" + "x" * 30


def database(default: str) -> dict[str, object]:
    """Django's database entry from DATABASE_URL (sqlite:///path or postgres://…).

    SQLite runs in WAL mode with immediate transactions, so that readers never wait for a writer
    and two writers queue instead of failing.
    """
    settings: dict[str, object] = env.db_url("DATABASE_URL", default=default)
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
                "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;"
            ),
        }
    else:
        settings["CONN_MAX_AGE"] = 60
        settings["CONN_HEALTH_CHECKS"] = True
    return settings
