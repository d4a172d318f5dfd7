"""Where the files lie, and that none outlives its row."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import transaction


def photo_storage() -> Storage:
    """The storage of photos: a folder that no web server serves from."""
    return storages["photos"]


def name_of(photo: Any, filename: str) -> str:
    """A name that tells nothing of what the file was called, nor of what it is a photo of."""
    name = uuid4().hex
    return f"{name[:2]}/{name}.jpg"


def remove_files(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The row is gone, whatever took it away; its files follow once that is certain."""
    for file in (instance.large, instance.small):
        if file:
            transaction.on_commit(partial(file.storage.delete, file.name))
