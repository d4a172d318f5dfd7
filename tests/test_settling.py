"""What a server does once, before it answers."""

import gc

from landsby.config.settling import settle


def test_what_is_loaded_at_the_start_is_not_looked_through_again():
    try:
        settle()
        assert gc.get_freeze_count() > 50_000
    finally:
        gc.unfreeze()
