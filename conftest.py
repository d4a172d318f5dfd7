"""What every test may ask for: the shared real data, where a machine has them."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.utils import translation

ROOT = Path(__file__).resolve().parent
DATABASES = {"db", "transactional_db", "django_db_setup", "live_server"}
"""The fixtures by which a test asks a database without saying so in a mark."""

# The same examples on every machine, however slow: a suite that is green here is green there. Whoever looks for new
# ones asks for `--hypothesis-profile=searching`.
hypothesis.settings.register_profile(
    "searching", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("steady", hypothesis.settings.get_profile("searching"), derandomize=True)
hypothesis.settings.load_profile("steady")


def real_data() -> Path:
    """The folder of real data: LANDSBY_REALDATA, else beside the project."""
    return Path(os.environ.get("LANDSBY_REALDATA") or ROOT.parent / "shared" / "data")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin in Danish whatever the test before read in; pass over `realdata` where there are none, and say so."""
    translation.activate(settings.LANGUAGE_CODE)
    if item.get_closest_marker("realdata") and not real_data().is_dir():
        pytest.skip("no real data here: set LANDSBY_REALDATA to their folder")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run what may answer otherwise there; the rest has been run once, on SQLite."""
    if "postgresql" not in str(settings.DATABASES["default"]["ENGINE"]):
        return
    asking = [item for item in items if _may_answer_otherwise(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _may_answer_otherwise(item)])
    items[:] = asking


def pytest_collection_finish() -> None:
    """Keep what is loaded by now out of the garbage collector's sight, as the server does (`config.settling`)."""
    gc.collect()
    gc.freeze()


def _may_answer_otherwise(item: pytest.Item) -> bool:
    if item.get_closest_marker("once"):
        return False
    if "scale" in item.path.parent.name:  # what is measured is measured on both
        return True
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or not DATABASES.isdisjoint(fixtures)


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real data; the test that asks for it is marked `realdata`."""
    return real_data()
