"""A Chromium to drive: the machine's own, else the one that npm's lock file names, unpacked once.

Nothing is installed on the machine and no rights are needed. The packed browser is a headless shell
that carries all it links to except the NSS libraries, which come in an archive beside it.
"""

from __future__ import annotations

import ctypes
import io
import json
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parents[2]
PACKED = ROOT / "node_modules" / "@sparticuz" / "chromium"
UNPACKED = ROOT / "var" / "chromium"
ON_THE_MACHINE = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser")
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


class NoChromium(Exception):
    """There is no browser to drive; the text says the cure."""


@dataclass(frozen=True)
class Chromium:
    """A browser's program and the environment variables that it needs."""

    program: Path
    environment: dict[str, str]


def find() -> Chromium:
    """The browser that the journeys use.

    Raises:
        NoChromium: when there is none, on the machine or in node_modules.
    """
    for name in ON_THE_MACHINE:
        program = shutil.which(name)
        if program:
            return Chromium(Path(program), {})
    if not PACKED.exists():
        raise NoChromium("No Chrome or Chromium was found. Run `make setup`, which brings one, or install one.")
    folder = _unpacked()
    return Chromium(folder / "chromium", _environment(folder))


def _environment(folder: Path) -> dict[str, str]:
    """Point the loader and the font search at what was unpacked, where the machine has nothing of its own."""
    environment = {}
    if not _machine_has("libnss3.so"):
        environment["LD_LIBRARY_PATH"] = str(folder / "lib")
    if not Path("/etc/fonts/fonts.conf").exists():
        environment["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    return environment


def _machine_has(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _unpacked() -> Path:
    """The folder of the packed version's browser; unpacked on first use, and whole or not there at all."""
    folder = UNPACKED / _version()
    if folder.exists():
        return folder
    UNPACKED.mkdir(parents=True, exist_ok=True)
    growing = Path(tempfile.mkdtemp(dir=UNPACKED))
    program = growing / "chromium"
    program.write_bytes(_decompressed("chromium.br"))
    program.chmod(0o755)
    for archive in ("al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"):
        _unpack(archive, growing)
    (growing / "fonts.conf").write_text(FONTS.format(folder=folder / "fonts"))
    growing.chmod(0o755)
    try:
        growing.rename(folder)
    except OSError:  # another process was first
        shutil.rmtree(growing)
    return folder


def _unpack(archive: str, folder: Path) -> None:
    """The archive's plain files; links and whatever else it might hold are not wanted."""
    with tarfile.open(fileobj=io.BytesIO(_decompressed(archive))) as tar:
        for member in tar.getmembers():
            content = tar.extractfile(member) if member.isfile() else None
            if content:
                file = folder / member.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())


def _version() -> str:
    version: str = json.loads((PACKED / "package.json").read_text())["version"]
    return version


def _decompressed(name: str) -> bytes:
    content: bytes = brotli.decompress((PACKED / "bin" / name).read_bytes())
    return content
