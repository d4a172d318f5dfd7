"""Content hashes: the same content has the same hash, however it was written down."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def hash_of(data: Any) -> str:
    """SHA-256 in hex of JSON-able data; the order of keys and the layout of the file do not matter."""
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
