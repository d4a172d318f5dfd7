"""What the environment says, read once; a missing value says how to give it."""

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import salted_hmac

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


def sign_in_limits(proxies: int) -> dict[str, str]:
    """How often a thing may be tried, in the words of allauth: so many in a period, per client, user or address.

    Args:
        proxies: how many are trusted to say who a client is. Without one everybody seems to sit at the
            same address, and counting by it would shut out a whole partnership.
    """
    limits = {
        "login_failed": "10/15m/key",
        "reauthenticate": "10/m/user",
        "reset_password": "5/15m/key",
        "login": "",
        "reset_password_from_key": "",
    }
    per_client = {
        "login_failed": "50/15m/ip",  # a whole town hall may share one
        "reset_password": "50/15m/ip",
        "login": "100/m/ip",
        "reset_password_from_key": "100/m/ip",
    }
    if not proxies:
        return limits
    return {name: ",".join(filter(None, (limit, per_client.get(name, "")))) for name, limit in limits.items()}


def hashed_key(key: str, prefix: str, version: int) -> str:
    """What the cache knows a key by: a keyed hash, since keys hold addresses of people and of their machines."""
    return salted_hmac("landsby.cache", f"{prefix}:{version}:{key}", algorithm="sha256").hexdigest()
