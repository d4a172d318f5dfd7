"""Loading blueprints from files, and checking files for everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from landsby.blueprint.blueprint import MANIFEST, Blueprint, put_together
from landsby.blueprint.codelists import FOLDERS as CODELIST_FOLDERS
from landsby.blueprint.codelists import read_codelists
from landsby.blueprint.contents import KINDS
from landsby.blueprint.document import Document
from landsby.blueprint.fault import BlueprintError, Fault, in_reading_order
from landsby.blueprint.files import DEFINITIONS, RawFile, documents_of, files_below
from landsby.blueprint.reading import read_document
from landsby.blueprint.shape import guessing

PROGRAMMES = DEFINITIONS / "programmes"
MANIFEST_FILE = f"{MANIFEST}.yaml"
_FOLDERS = frozenset({*KINDS, *CODELIST_FOLDERS})


def builtin() -> tuple[str, ...]:
    """The ids of the blueprints that come with the product."""
    return tuple(sorted(path.parent.name for path in PROGRAMMES.glob(f"*/{MANIFEST_FILE}")))


def load(path_or_builtin_id: Path | str) -> Blueprint:
    """A blueprint, by the path of its folder or by the id of one that comes with the product.

    Raises:
        BlueprintError: with everything that is wrong at once.
    """
    folder = _path_of(path_or_builtin_id)
    if not folder.is_dir():
        raise BlueprintError([_not_found(str(path_or_builtin_id))])
    blueprint, faults = _read(str(folder), files_below(folder))
    if blueprint is None:
        raise BlueprintError(faults)
    return blueprint


def check(paths: Iterable[Path | str]) -> list[Fault]:
    """Everything that is wrong with blueprints, code lists, or single files of them."""
    return inspect(paths).faults


def _path_of(path_or_builtin_id: Path | str) -> Path:
    """The path that is meant; a blueprint that comes along may be named by its id.

    As text an id is that blueprint, whatever lies in the folder one stands in; as a path it is what lies there.
    """
    if isinstance(path_or_builtin_id, str) and path_or_builtin_id in builtin():
        return PROGRAMMES / path_or_builtin_id
    path = Path(path_or_builtin_id)
    return PROGRAMMES / path if not path.exists() and str(path) in builtin() else path


@dataclass
class Inspection:
    """What a check found.

    Attributes:
        faults: in the order of files and lines.
        definitions: how many files were looked at.
    """

    faults: list[Fault] = field(default_factory=list)
    definitions: int = 0


def inspect(paths: Iterable[Path | str]) -> Inspection:
    """Check paths and count what was looked at."""
    found = Inspection()
    first_with: dict[str, str] = {}
    for path in map(_path_of, paths):
        roots = list(_roots(path))
        for root, part in roots:
            files = files_below(root)
            found.definitions += sum(_is_in(file, part) for file in files)
            faults = _faults_below(root, files, first_with)
            found.faults.extend(fault for fault in faults if Path(fault.file).is_relative_to(part))
        if not roots:
            found.faults.append(_nothing_at(path))
    found.faults = in_reading_order(found.faults)
    return found


def files_meant(paths: Iterable[Path | str]) -> Iterator[RawFile]:
    """The files of blueprints and code lists that some paths mean, once for each path.

    Raises:
        BlueprintError: for a path that means none.
    """
    for path in map(_path_of, paths):
        meant = [file for root, part in _roots(path) for file in files_below(root) if _is_in(file, part)]
        if not meant:
            raise BlueprintError([_nothing_at(path)])
        yield from meant


def _is_in(file: RawFile, part: Path) -> bool:
    return Path(file.shown).is_relative_to(part)


def _nothing_at(path: Path) -> Fault:
    return Document(str(path)).fault("nothing_here") if path.exists() else _not_found(str(path))


def _roots(path: Path) -> Iterator[tuple[Path, Path]]:
    """The blueprints and code lists to read for a path, and the part of each that is meant.

    A file, or a folder of a blueprint, is read among its own, since it refers to them.
    """
    if path.is_file() or path.name in _FOLDERS:
        yield from ((root, path) for root in (path.parent, path.parent.parent) if _is_root(root))
    elif _is_root(path):
        yield path, path
    elif path.is_dir():
        for below in sorted(path.iterdir()):
            yield from _roots(below) if below.is_dir() else ()


def _is_root(path: Path) -> bool:
    if not path.is_dir():
        return False
    return (path / MANIFEST_FILE).is_file() or any(
        below.is_dir() and below.name in _FOLDERS for below in path.iterdir()
    )


def _is_codelists(files: Iterable[RawFile]) -> bool:
    return any(file.folder in CODELIST_FOLDERS for file in files)


def _faults_below(root: Path, files: tuple[RawFile, ...], first_with: dict[str, str]) -> list[Fault]:
    if _is_codelists(files):
        return read_codelists(files)[1]
    blueprint, faults = _read(str(root), files)
    if blueprint is None:
        return list(faults)
    manifest = str(root / MANIFEST_FILE)
    if first_with.setdefault(blueprint.id, manifest) == manifest:
        return []
    return [Document(manifest).fault("duplicate_id", ("id",), id=blueprint.id, other=first_with[blueprint.id])]


@lru_cache(maxsize=32)
def _read(root: str, files: tuple[RawFile, ...]) -> tuple[Blueprint | None, tuple[Fault, ...]]:
    """As `read_files`; what was read once is known by its content."""
    return read_files(root, files)


def read_files(root: str, files: Iterable[RawFile]) -> tuple[Blueprint | None, tuple[Fault, ...]]:
    """A blueprint's files put together; or None, and everything that is wrong.

    Args:
        root: what the folder of the blueprint is called in faults.
    """
    files = tuple(files)
    faults: list[Fault] = []
    manifest = Document(root)
    documents: dict[str, list[Document]] = {}
    for folder in sorted({file.folder for file in files}):
        within = [file for file in files if file.folder == folder]
        if folder in KINDS:
            documents[folder] = list(documents_of(within))
        elif folder:
            faults.append(_unknown_folder(root, folder))
        else:
            manifest = _manifest(root, within, faults)
    if manifest.file == root:
        faults.append(manifest.fault("manifest_missing"))
    blueprint, more = put_together(manifest, documents)
    faults.extend(more)
    return (None if faults else blueprint), tuple(in_reading_order(faults))


def _manifest(root: str, files: Iterable[RawFile], faults: list[Fault]) -> Document:
    """The blueprint's own file; others beside it belong elsewhere."""
    manifest = Document(root)
    for file in files:
        path = Path(file.shown)
        if path.name == MANIFEST_FILE:
            manifest = read_document(file.shown, file.content)
        else:
            code = "wrong_ending" if path.suffix != ".yaml" else "unknown_file"
            faults.append(Document(file.shown).fault(code, wanted=f"{path.stem}.yaml", known=", ".join(KINDS)))
    return manifest


def _unknown_folder(root: str, folder: str) -> Fault:
    code, guess = guessing("unknown_folder", folder, KINDS)
    return Document(str(Path(root, folder))).fault(code, name=folder, **guess)


def _not_found(name: str) -> Fault:
    return Document(name).fault("not_found", name=name, known=", ".join(builtin()) or "–")
