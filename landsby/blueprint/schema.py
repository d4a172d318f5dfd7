"""The schema for editors: JSON Schema that suggests and checks while somebody writes a definition."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from landsby.blueprint.blueprint import MANIFEST, Manifest
from landsby.blueprint.codelists import FOLDERS, MUNICIPALITIES, Municipalities
from landsby.blueprint.contents import KINDS
from landsby.blueprint.labels.help import HELP
from landsby.blueprint.text import Language

MODELS: dict[str, type[BaseModel]] = {MANIFEST: Manifest, **KINDS, **FOLDERS, MUNICIPALITIES: Municipalities}
"""What a file may be, by the folder that it lies in or by its own name."""


def json_schema(folder: str | None = None, lang: Language = "en") -> dict[str, Any]:
    """The JSON Schema of definition files.

    Args:
        folder: one of `MODELS`, for the files of that folder; None accepts a file of any of them.
        lang: the language of what editors say about a field.

    Raises:
        KeyError: for a folder that does not exist.
    """
    chosen = MODELS if folder is None else {folder: MODELS[folder]}
    refs, shared = models_json_schema(
        [(model, "validation") for model in chosen.values()], title="Landsby", ref_template="#/$defs/{model}"
    )
    roots = [refs[model, "validation"] for model in chosen.values()]
    if lang == "da":
        for part in shared["$defs"].values():
            for field in part.get("properties", {}).values():
                field["description"] = HELP.get(field.get("description"), field.get("description"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Landsby definition",
        **(roots[0] if folder else {"anyOf": roots}),
        "$defs": shared["$defs"],
    }
