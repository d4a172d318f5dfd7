"""A Landsby to walk in: the server in a thread of the tests, on a copy of the demo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.test import override_settings
from django.test.testcases import LiveServerThread

AS_IN_PRODUCTION = "whitenoise.storage.CompressedManifestStaticFilesStorage"


def use_database(file: Path) -> None:
    """From now on every thread's connection opens this SQLite file."""
    connections.close_all()
    connections.settings["default"]["NAME"] = str(file)


@contextmanager
def serving() -> Iterator[str]:
    """Serve the demo as production would, static files and content policy included; gives its address."""
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        raise FileNotFoundError("The stylesheet and scripts are not built. Run `make setup`.")
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": AS_IN_PRODUCTION}}
    with override_settings(STORAGES=storages, DEMO=True):
        thread = LiveServerThread("127.0.0.1", static_handler=_whitenoise_alone)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        try:
            yield f"http://127.0.0.1:{thread.port}"
        finally:
            thread.terminate()


def _whitenoise_alone(handler: Callable[..., Any]) -> Callable[..., Any]:
    """Django's test server would serve static files itself; here the middleware does, as in production."""
    return handler
