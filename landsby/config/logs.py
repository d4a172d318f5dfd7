"""What is written into the server's log: what somebody should act on, each once, with the time."""

from __future__ import annotations

import logging
from typing import Any


class WithoutTraceback(logging.Filter):
    """Keeps the line and drops the traceback: where it came from is outside, not in our code."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, shortened."""
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def logging_settings(level: str) -> dict[str, Any]:
    """Django's LOGGING for a level (DEBUG, INFO, WARNING or ERROR).

    A page that somebody may not see, a mistyped address or a worn-out form is an ordinary answer, and the
    proxy's access log has it: only at DEBUG is it told here too. What went wrong in our own code is always told,
    with its traceback. A request for a host that is not ours is told in one line.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "filters": {"without_traceback": {"()": WithoutTraceback}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handlers would say everything a second time.
            "django": {"handlers": [], "level": level},
            "django.request": {"level": "DEBUG" if level == "DEBUG" else "ERROR"},
            "django.security.DisallowedHost": {"filters": ["without_traceback"]},
        },
    }
