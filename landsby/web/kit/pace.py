"""How often something may be asked for; what passes the limit waits."""

from __future__ import annotations

import time

from django.core.cache import cache


def is_too_often(what: str, *, most: int, seconds: int) -> bool:
    """Count one more asking; whether there have now been more than `most` since the first, `seconds` ago at the most.

    Args:
        what: names the thing and the one who asks; the cache knows it by a keyed hash only.
    """
    key, now = f"pace-until:{what}", time.time()
    count, until = cache.get(key, (0, now + seconds))
    # Said anew each time, with what is left: the cache's own counting would start its own time over.
    cache.set(key, (count + 1, until), timeout=until - now)
    return bool(count >= most)
