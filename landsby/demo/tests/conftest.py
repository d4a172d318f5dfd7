"""The small demo, built once for each file of tests and taken back when the last of them is through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from landsby.demo.building import Built, build_demo
from landsby.demo.planning import Size


@pytest.fixture(scope="module")
def small(django_db_setup: None, django_db_blocker: Any) -> Iterator[Built]:
    """The small demo. A test that writes asks for `db`, too, and what it wrote is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_demo(seed=1, size=Size.SMALL, tell=lambda _: None)
        transaction.set_rollback(True)
