"""The browser, the server and the database of the journeys.

A journey asks for `phone` or `desktop`, a page of that size on a running Landsby, and ends in
`axe(page)`. Errors in the browser fail it by themselves. Run them with `pytest -m journey`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys import chromium
from tests.journeys.site import serving, use_database
from tests.journeys.watching import Watch, assert_no_barriers
from tests.journeys.ways import DESKTOP, PHONE
from tools.steps.demo_database import copy_database, pattern

HERE = Path(__file__).parent
PICTURES = chromium.ROOT / "var" / "journeys"
PATIENCE = 30_000  # milliseconds

AT_HOME = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}

# A busy machine is slow, not wrong.
expect.set_options(timeout=PATIENCE)

# Playwright's loop runs in the thread of the test, where Django would refuse the database as if the
# test were asynchronous. It is not: the test waits for every step.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a journey, so that none is run by the plain suite by accident."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("journey")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep a picture of what the browser showed when a journey failed."""
    report: Any = yield
    if report.when == "call" and report.failed:
        PICTURES.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(item.stash.get(PAGES, [])):
            if page.is_closed():
                continue  # the journey closed it itself
            file = PICTURES / f"{item.name}-{number}.png"
            page.screenshot(path=file, full_page=True)
            report.sections.append(("picture", str(file)))
    return report


PAGES = pytest.StashKey[list[Page]]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    found = chromium.find()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=found.program,
            env={**os.environ, **found.environment},
            args=["--font-render-hinting=none"],
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def _own_database(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[Path]:
    """A file for this process's copies of the demo."""
    file = tmp_path_factory.mktemp("journeys") / "landsby.sqlite3"
    with django_db_blocker.unblock():
        use_database(file)
        yield file


@pytest.fixture(scope="session")
def _demo() -> Path:
    demo, _ = pattern()
    return demo


@pytest.fixture(scope="session")
def _server(_demo: Path, _own_database: Path) -> Iterator[str]:
    copy_database(_demo, _own_database)
    with serving() as address:
        # The first page reads every address and form of the product; no journey's patience is spent on that.
        Client().get("/demo/personas/")
        yield address


@pytest.fixture
def site(_demo: Path, _own_database: Path, _server: str) -> str:
    """The address of a Landsby that holds the demo as it was built: no journey sees what another did.

    The database may be used in the journey itself too, to look up what there is.
    """
    copy_database(_demo, _own_database)
    return _server


@pytest.fixture
def service_workers() -> str:
    """Whether Landsby may stay on the device. It costs every visit, so only journeys that are about it "allow" it."""
    return "block"


@pytest.fixture
def visitor(
    browser: Browser, site: str, service_workers: str, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Opens pages as a new visitor: `visitor(PHONE, locale="en-GB")`. Fails the journey on errors in the browser."""
    watch = Watch()
    pages = request.node.stash.setdefault(PAGES, [])
    contexts = []

    def visit(size: dict[str, Any], **more: Any) -> Page:
        home = {"base_url": site, "service_workers": service_workers, **AT_HOME}
        context = browser.new_context(**{**home, **size, **more})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        pages.append(page)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not watch.wrong, "The browser complained:\n" + "\n".join(watch.wrong)


@pytest.fixture
def phone(visitor: Callable[..., Page]) -> Page:
    """A page on a phone, in Danish."""
    return visitor(PHONE)


@pytest.fixture
def desktop(visitor: Callable[..., Page]) -> Page:
    """A page on a desk, in Danish."""
    return visitor(DESKTOP)


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Asserts that a page has no barrier that axe can see."""
    return assert_no_barriers
