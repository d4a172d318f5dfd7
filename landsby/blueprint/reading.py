"""Reading one YAML file: its content, where each value stands, and what is wrong before any meaning.

Only the plain part of YAML is taken: fields, lists, texts, numbers, dates and true/false. Values are
built by hand from the composed nodes, so that a fault can say what was written and on which line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from landsby.blueprint.document import EMPTY, Document, Unquoted, Way
from landsby.blueprint.fault import Fault

MOST_BYTES = 256 * 1024
MOST_LEVELS = 20

# libyaml's loader where PyYAML carries it: the same grammar, ten times as fast.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(_TAG + kind for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq"))
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_document(file: str, content: bytes) -> Document:
    """Read a file; the document's `faults` say what kept it, or parts of it, from being understood."""
    document = Document(file)
    text = _decoded(document, content)
    if text is None or _is_misread(document, text):
        return document
    try:
        root = _composed(document, text)
    except yaml.YAMLError as error:
        document.faults.append(_yaml_fault(document, error))
        return document
    _take_root(document, root)
    return document


def _decoded(document: Document, content: bytes) -> str | None:
    """The file as text; a byte order mark is a fault that does not stop the reading."""
    if len(content) > MOST_BYTES:
        document.faults.append(document.fault("too_large", limit=MOST_BYTES // 1024))
        return None
    if content.startswith(b"\xef\xbb\xbf"):
        document.faults.append(document.fault("byte_order_mark", line=1))
        content = content[3:]
    try:
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.faults.append(document.fault("not_utf8", line=line))
        return None


def _is_misread(document: Document, text: str) -> bool:
    """Whether the text holds characters that would be misread; each sort is told of at its first place."""
    told = len(document.faults)
    for code, sort in (("tab", _TAB), ("strange_character", _STRANGE)):
        places = [found.start() for found in sort.finditer(text)]
        if places:
            line = text.count("\n", 0, places[0]) + 1
            document.faults.append(document.fault(code, line=line, count=len(places)))
    return len(document.faults) > told


def _composed(document: Document, text: str) -> yaml.Node | None:
    """The file's tree of nodes; None when it cannot be built safely, or is empty.

    The events are walked first: they come one by one, where composing goes one call deeper for
    each level and would bring the process down on a file with very many.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = _line_of(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_LEVELS:
            document.faults.append(document.fault("too_deep", line=line, limit=MOST_LEVELS))
            return None
        if isinstance(event, yaml.AliasEvent):
            document.faults.append(document.fault("alias", line=line))
            return None
    root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    if root is None:
        document.faults.append(document.fault("empty_file", line=1))
    return root


def _line_of(part: yaml.Event | yaml.Node) -> int:
    """The line, counted from 1, on which an event or a node begins."""
    return 1 if part.start_mark is None else int(part.start_mark.line) + 1


def _take_root(document: Document, root: yaml.Node | None) -> None:
    """Build the content from the tree of nodes."""
    if root is None:
        return
    document.lines[()] = _line_of(root)
    if not isinstance(root, yaml.MappingNode):
        code = "empty_file" if root.tag == _TAG + "null" else "not_fields"
        document.faults.append(document.fault(code))
        return
    document.data = _built(document, root, ())


def _built(document: Document, node: yaml.Node, way: Way) -> Any:
    if node.tag not in _PLAIN_TAGS:
        document.faults.append(document.fault("tag", way, line=_line_of(node), tag=node.tag.replace(_TAG, "!!")))
        return EMPTY
    if isinstance(node, yaml.MappingNode):
        return {name: _built(document, value, (*way, name)) for name, value in _named(document, node, way)}
    if isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            document.lines[*way, place] = _line_of(item)
        return [_built(document, item, (*way, place)) for place, item in enumerate(node.value)]
    return _scalar(document, node, way)


def _named(document: Document, node: yaml.MappingNode, way: Way) -> Iterator[tuple[str, yaml.Node]]:
    """The fields of a mapping by name, each name once."""
    for key, value in node.value:
        line = _line_of(key)
        name = key.value if isinstance(key, yaml.ScalarNode) else "…"
        if key.tag != _TAG + "str":
            document.faults.append(document.fault("key_not_text", (*way, name), line=line, written=name))
            continue
        here = (*way, name)
        if here in document.lines:
            first = document.lines[here]
            document.faults.append(document.fault("duplicate_key", here, line=line, name=name, first=first))
            continue
        document.lines[here] = line
        yield name, value


def _scalar(document: Document, node: yaml.Node, way: Way) -> Any:
    """A single value. Numbers that people read otherwise than YAML (0250, 12:30) stay as text."""
    written = str(node.value)
    kind = node.tag.removeprefix(_TAG)
    if kind == "str":
        return written
    document.written[way] = written
    if kind == "bool":
        # yes, no, on and off are words to people; only true and false are answers.
        return written.lower() == "true" if written.lower() in ("true", "false") else Unquoted(written)
    if kind == "int" and _WHOLE.fullmatch(written):
        return int(written)
    if kind == "timestamp" and _DATE.fullmatch(written):
        return _date(document, written, way)
    if kind == "null":
        document.faults.append(document.fault("empty_value", way))
        return EMPTY
    return Unquoted(written)


def _date(document: Document, written: str, way: Way) -> Any:
    try:
        return date.fromisoformat(written)
    except ValueError:
        document.faults.append(document.fault("no_such_day", way, written=written))
        return EMPTY


_PROBLEMS = (
    ("mapping values are not allowed", "yaml_colon"),
    ("could not find expected ':'", "yaml_no_colon"),
    ("quoted scalar", "yaml_quote"),
    ("',' or ']'", "yaml_bracket"),
    ("',' or '}'", "yaml_bracket"),
    ("flow", "yaml_bracket"),
    ("expected <block end>", "yaml_indent"),
    ("did not find expected key", "yaml_indent"),
    ("did not find expected '-' indicator", "yaml_indent"),
    ("cannot start any token", "yaml_start"),
    ("expected a single document", "several_documents"),
    ("anchor", "alias"),
    ("alias", "alias"),
)


def _yaml_fault(document: Document, error: yaml.YAMLError) -> Fault:
    """What PyYAML says, in words that help: both of its parsers are understood."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {getattr(error, 'reason', '')}"
    code = next((code for words, code in _PROBLEMS if words in said), "yaml_other")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if code in ("yaml_quote", "yaml_bracket"):
        mark = getattr(error, "context_mark", None) or mark
    return document.fault(code, line=mark.line + 1 if mark else 1)
