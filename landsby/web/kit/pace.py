"""How often something may be asked for; what passes the limit waits."""

from __future__ import annotations

from django.core.cache import cache


def is_too_often(what: str, *, most: int, seconds: int) -> bool:
    """Count one more asking; whether there have now been more than `most` since the first, `seconds` ago at the most.

    Args:
        what: names the thing and the one who asks; the cache knows it by a keyed hash only.
    """
    key = f"pace:{what}"
    if cache.add(key, 1, timeout=seconds):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # its time ran out between the two questions
        return False
