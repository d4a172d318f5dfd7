"""A result as text, and the seal of it: what is written the same way has the same seal, wherever it is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def as_text(told: Mapping[str, Any]) -> str:
    """JSON with sorted names, two spaces a level and a line's end."""
    return json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def seal_of(text: str) -> str:
    """SHA-256 of its UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
