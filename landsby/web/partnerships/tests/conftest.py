"""Who walks through the room's pages, and how often they ask the database."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def secretariat(cast: SimpleNamespace, sign_in: Callable[..., Client]) -> Client:
    """Somebody who may do everything in the whole programme."""
    return sign_in(cast.secretariat)


@pytest.fixture
def leader(cast: SimpleNamespace, sign_in: Callable[..., Client]) -> Client:
    """The project leader of the northern municipality."""
    return sign_in(cast.project_leader)


@pytest.fixture
def queries() -> Callable[..., int]:
    """How many queries a page asks, when what is kept between two requests is kept already."""

    def of(client: Client, url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    return of
