"""Growth references that somebody has installed: the publisher's own file, its licence, and the rules for using it.

No table comes with the product, for their licences differ. What is installed is read and checked first, and copied
unchanged, so that its hash is that of the publisher's file.
"""

from __future__ import annotations

import json
from pathlib import Path

from landsby.analysis.problems import refuse_rows
from landsby.evaluation.growth.reading import read_reference
from landsby.evaluation.growth.reference import RULES, Reference

NOTE = ".json"


def install_reference(file: Path, name: str, licence: str, folder: Path, girls: Path | None = None) -> Reference:
    """Check a publisher's table and copy it into a folder, with a note of what it is.

    Args:
        file: the table.
        name: which reference it is, one of `RULES`.
        licence: under which it is used, in the publisher's words.
        folder: where references are kept.
        girls: the girls' table where the publisher has a file for each sex; then `file` is the boys'.

    Raises:
        Refused: `source_absent`, `reference_unknown`, and as `read_reference`.
    """
    if name not in RULES:
        refuse_rows("reference_unknown", name=name, known=", ".join(RULES))
    files = {"file": file} | ({} if girls is None else {"girls": girls})
    for each in files.values():
        if not each.is_file():
            refuse_rows("source_absent", name=each)
    contents = {what: each.read_bytes() for what, each in files.items()}
    reference = read_reference(contents["file"], RULES[name], licence, girls=contents.get("girls", b""))
    folder.mkdir(parents=True, exist_ok=True)
    kept = {what: f"{_slug(name)}{'_girls' * (what == 'girls')}{each.suffix}" for what, each in files.items()}
    for what, content in contents.items():
        (folder / kept[what]).write_bytes(content)
    note = {
        "name": name,
        **kept,
        "sha256": reference.fingerprint,
        "licence": licence,
        "source": reference.rules.source,
    }
    text = json.dumps(note, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / f"{_slug(name)}{NOTE}").write_text(text, encoding="utf-8")
    return reference


def installed_reference(name: str, folder: Path) -> Reference:
    """A reference that has been installed.

    Raises:
        Refused: `reference_absent`; `reference_changed` if the table is not what was installed.
    """
    path = folder / f"{_slug(name)}{NOTE}"
    if name not in RULES or not path.is_file():
        refuse_rows("reference_absent", name=name)
    note = json.loads(path.read_text(encoding="utf-8"))
    girls = (folder / note["girls"]).read_bytes() if "girls" in note else b""
    reference = read_reference((folder / note["file"]).read_bytes(), RULES[name], note["licence"], girls=girls)
    if reference.fingerprint != note["sha256"]:
        refuse_rows("reference_changed", name=name)
    return reference


def _slug(name: str) -> str:
    return name.lower().replace(" ", "_")
