"""Finding the files of a blueprint or a code list: one thing per file, and the file's name is its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from landsby.blueprint.document import Document
from landsby.blueprint.fault import Fault
from landsby.blueprint.reading import read_document

DEFINITIONS = Path(__file__).resolve().parent.parent / "definitions"
"""The definitions that come with the product."""

_ASIDE = frozenset({".md", ".txt"})
"""Endings of files that may lie beside definitions, to be read by people."""


@dataclass(frozen=True)
class RawFile:
    """A file as it lies on the disk.

    Attributes:
        folder: the folder below the blueprint's own; empty for a file that lies in it.
        shown: the path as the reader named it.
    """

    folder: str
    shown: str
    content: bytes


def files_below(root: Path) -> tuple[RawFile, ...]:
    """All files in a folder and the folders in it, in the order of their names."""
    paths = sorted(path for path in root.rglob("*") if path.is_file() and not is_aside(path.relative_to(root)))
    return tuple(
        RawFile(path.relative_to(root).parent.as_posix().removeprefix("."), str(path), path.read_bytes())
        for path in paths
    )


def is_aside(path: PurePath) -> bool:
    """Whether a file below a blueprint is for people to read, or hidden, and no definition."""
    return path.suffix in _ASIDE or any(part.startswith(".") for part in path.parts)


def documents_of(files: Iterable[RawFile]) -> Iterator[Document]:
    """The files read, each with what is wrong with its name or its YAML."""
    for raw in files:
        yield Document(raw.shown, faults=[ending]) if (ending := wrong_ending(raw)) else _named_document(raw)


def wrong_ending(raw: RawFile) -> Fault | None:
    """The fault of a file that would be passed over because of its ending."""
    path = PurePath(raw.shown)
    if path.suffix == ".yaml":
        return None
    return Document(raw.shown).fault("wrong_ending", wanted=f"{path.stem}.yaml")


def _named_document(raw: RawFile) -> Document:
    """The file's content, whose id must be the file's name."""
    document = read_document(raw.shown, raw.content)
    id_ = id_of(document)
    if id_ is not None and id_ != PurePath(raw.shown).stem:
        document.faults.append(document.fault("file_name_differs", ("id",), id=id_, wanted=f"{id_}.yaml"))
    return document


def id_of(document: Document) -> str | None:
    """The id that a document gives itself."""
    id_ = (document.data or {}).get("id")
    return id_ if isinstance(id_, str) else None


def ids_told_of(documents: Iterable[Document]) -> set[str]:
    """The ids of the documents, sound or not, by what they say and by what their files are called."""
    told = list(documents)
    return {PurePath(document.file).stem for document in told} | {id_ for d in told if (id_ := id_of(d))}
