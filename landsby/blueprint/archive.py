"""A blueprint in a zip file, as people send it: read with care, never unpacked to the disk, never trusted."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from landsby.blueprint.blueprint import Blueprint
from landsby.blueprint.document import Document
from landsby.blueprint.fault import BlueprintError, Fault
from landsby.blueprint.files import RawFile, is_aside
from landsby.blueprint.loading import MANIFEST_FILE, read_files
from landsby.blueprint.reading import MOST_BYTES as MOST_BYTES_OF_FILE

MOST_BYTES = 5 * 1024 * 1024
"""The largest zip file that is looked at."""

MOST_FILES = 3000
MOST_BYTES_UNPACKED = 20 * 1024 * 1024

_ENCRYPTED = 0x1

_UNREADABLE = (
    BadZipFile,
    zlib.error,
    NotImplementedError,  # what zipfile says of a way to pack that it does not know
    EOFError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
"""What reading a damaged or odd zip file ends in."""


def load_archive(content: bytes, name: str) -> Blueprint:
    """The blueprint in a zip file.

    Args:
        content: the zip file.
        name: what the reader calls it; faults of the file as a whole bear this name.

    Raises:
        BlueprintError: with everything that is wrong at once; the files are named by their paths in the blueprint.
    """
    blueprint, faults = read_files("", files_in(content, name))
    if blueprint is None:
        raise BlueprintError(faults)
    return blueprint


def files_in(content: bytes, name: str) -> tuple[RawFile, ...]:
    """The files of the one blueprint in a zip file, wherever in it the blueprint lies.

    Raises:
        BlueprintError: when it is no zip file, holds no blueprint or several, or cannot be read safely.
    """
    whole = Document(name)
    if len(content) > MOST_BYTES:
        raise BlueprintError([whole.fault("archive_too_large", limit=MOST_BYTES // 1024**2)])
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = _entries(archive, name)
            root = _root(entries, name)
            return tuple(_read(archive, entry, path, root) for path, entry in entries.items())
    except _UNREADABLE as error:
        raise BlueprintError([whole.fault("not_an_archive")]) from error


def archive_of(files: Mapping[str, str], folder: str) -> bytes:
    """A zip file with some files in a folder, the same for the same files."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(ZipInfo(f"{folder}/{path}"), files[path].encode(), ZIP_DEFLATED)
    return written.getvalue()


def _entries(archive: ZipFile, name: str) -> dict[str, ZipInfo]:
    """What lies in the archive by its path, but for folders and what is meant for people or machines only."""
    told = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(told) > MOST_FILES or sum(entry.file_size for entry in told) > MOST_BYTES_UNPACKED:
        limit = MOST_BYTES_UNPACKED // 1024**2
        raise BlueprintError([Document(name).fault("archive_unpacks_large", files=MOST_FILES, limit=limit)])
    paths = {id(entry): entry.filename.replace("\\", "/") for entry in told}
    faults = list(_faults_of_names(told, paths))
    if faults:
        raise BlueprintError(faults)
    return {paths[id(entry)]: entry for entry in told if not _is_aside(paths[id(entry)])}


def _faults_of_names(entries: list[ZipInfo], paths: Mapping[int, str]) -> Iterator[Fault]:
    times = Counter(paths.values())
    for entry in entries:
        path = paths[id(entry)]
        parts = PurePosixPath(path).parts
        if path.startswith("/") or ".." in parts or ":" in path or not path.isprintable():
            yield Document(path).fault("unsafe_name", name=path)
        elif entry.flag_bits & _ENCRYPTED:
            yield Document(path).fault("locked_file")
        elif times[path] > 1:
            yield Document(path).fault("file_twice")


def _is_aside(path: str) -> bool:
    """Notes to people, hidden files, and what some systems put into every zip file."""
    return path.startswith("__MACOSX/") or is_aside(PurePosixPath(path))


def _root(entries: Mapping[str, ZipInfo], name: str) -> PurePosixPath:
    """The folder of the one blueprint in the archive."""
    roots = sorted({PurePosixPath(path).parent for path in entries if PurePosixPath(path).name == MANIFEST_FILE})
    if not roots:
        raise BlueprintError([Document(name).fault("archive_without_blueprint")])
    if len(roots) > 1:
        raise BlueprintError([Document(name).fault("several_blueprints", found=", ".join(map(str, roots)))])
    beside = [path for path in entries if not PurePosixPath(path).is_relative_to(roots[0])]
    if beside:
        raise BlueprintError(Document(path).fault("beside_blueprint", folder=roots[0]) for path in beside)
    return roots[0]


def _read(archive: ZipFile, entry: ZipInfo, path: str, root: PurePosixPath) -> RawFile:
    """One file, of which no more is unpacked than what tells that it is too large."""
    with archive.open(entry) as opened:
        content = opened.read(MOST_BYTES_OF_FILE + 1)
    shown = PurePosixPath(path).relative_to(root)
    return RawFile(shown.parent.as_posix().removeprefix("."), shown.as_posix(), content)
