"""A theory of change as one file of YAML, in the blueprint's own words, and read again.

The file holds the definitions of the theory by folder, as lists: ``theories`` (one), ``theory_lanes``,
``theory_nodes`` and ``assumptions``. It is read beside the blueprint that it belongs to, so that what its
boxes name there is checked, and every fault is told with the line that it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from landsby.blueprint.blueprint import MANIFEST, Blueprint, put_together
from landsby.blueprint.contents import KINDS
from landsby.blueprint.document import Document
from landsby.blueprint.dumping import as_yaml
from landsby.blueprint.fault import BlueprintError, Fault, in_reading_order
from landsby.blueprint.reading import read_document
from landsby.blueprint.shape import guessing
from landsby.blueprint.theory.chart import PARTS, Chart, Content, chart_from
from landsby.blueprint.wording import EXPECTED

_PLACE = re.compile(r"^(?P<file>.*)#(?P<folder>\w+)\.(?P<place>\d+)$", re.DOTALL)


def written(chart: Chart) -> str:
    """A theory of change as a file; `read_theory` gives the same content again."""
    return as_yaml({folder: found for folder, found in chart.content.items() if found})


def read_theory(name: str, content: bytes, blueprint: Blueprint, theory: str) -> Chart:
    """The theory of change in a file, checked beside the blueprint.

    Args:
        name: what the file is called in faults.
        theory: the id of the theory that the file must be about.

    Raises:
        BlueprintError: with everything that is wrong at once, by line and field.
    """
    document = read_document(name, content)
    if document.data is None or document.faults:
        raise BlueprintError(document.faults)
    _check_top(document, theory)
    found = {folder: list(document.data.get(folder, ())) for folder in PARTS}
    faults = faults_in(found, blueprint, theory, document)
    if faults:
        raise BlueprintError(faults)
    return chart_from(found)


def faults_in(content: Content, blueprint: Blueprint, theory: str, document: Document | None = None) -> list[Fault]:
    """What is wrong with a theory's content beside the rest of a blueprint.

    Args:
        document: the file that the content was read from, whose lines the faults then name.
    """
    file = document or Document(theory, data={**content})
    documents = {folder: list(_others(blueprint, content, folder, theory)) for folder in KINDS}
    for folder in PARTS:
        documents[folder] += _parts(file, folder)
    manifest = Document(MANIFEST, data=blueprint.to_data()[MANIFEST])
    _made, faults = put_together(manifest, documents)
    return in_reading_order(_named(fault) for fault in faults)


def _check_top(document: Document, theory: str) -> None:
    """Refuse what is no theory of change, or another one.

    Raises:
        BlueprintError: with all faults of the file's own fields.
    """
    data = document.data or {}
    faults = []
    for name in data.keys() - set(PARTS):
        code, guess = guessing("unknown_field", str(name), PARTS)
        faults.append(document.fault(code, (name,), name=name, **guess))
    for folder in PARTS:
        items = data.get(folder, [])
        if not isinstance(items, list):
            faults.append(document.fault("wrong_type", (folder,), expected=EXPECTED["list"]))
            continue
        for place, item in enumerate(items):
            if not isinstance(item, dict):
                faults.append(document.fault("wrong_type", (folder, place), expected=EXPECTED["mapping"]))
    theories = data.get("theories") or []
    if not faults and [each.get("id") for each in theories] != [theory]:
        faults.append(document.fault("not_this_theory", ("theories",), id=theory))
    if faults:
        raise BlueprintError(in_reading_order(faults))


def _parts(file: Document, folder: str) -> Iterator[Document]:
    """Each definition of a folder of the file as a document of its own, with the file's lines."""
    for place, item in enumerate((file.data or {}).get(folder, ())):
        here = (folder, place)
        lines = {way[2:]: line for way, line in file.lines.items() if way[:2] == here}
        written_as = {way[2:]: value for way, value in file.written.items() if way[:2] == here}
        yield Document(f"{file.file}#{folder}.{place + 1}", data=item, lines=lines, written=written_as)


def _others(blueprint: Blueprint, content: Content, folder: str, theory: str) -> Iterator[Document]:
    """What the blueprint holds in a folder beside the theory's own."""
    given = {item.get("id") for item in content.get(folder, ()) if isinstance(item, Mapping)}
    for definition in getattr(blueprint, folder).values():
        is_of_it = getattr(definition, "theory", "") == theory or (folder == "theories" and definition.id == theory)
        if definition.id not in given and not is_of_it:
            yield Document(f"{folder}/{definition.id}", data=definition.to_data())


def _named(fault: Fault) -> Fault:
    """The fault by the file that people know, its field by the way from the top of it."""
    found = _PLACE.match(fault.file)
    if found is None:
        return fault
    field = ".".join(filter(None, [found["folder"], found["place"], fault.field]))
    return Fault(found["file"], fault.line, field, fault.message, fault.cure)
