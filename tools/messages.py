"""The catalogue of translations, kept without gettext's own programs.

Danish sentences are the message ids; landsby/locale/en/LC_MESSAGES/django.po holds their English.

    python -m tools.messages                  collect the texts of code and templates into the catalogue
    python -m tools.messages --check          fail on missing, obsolete and mismatched texts
    python -m tools.messages --missing        print what has no English yet, as JSON
    python -m tools.messages --fill FILE      fill in English from a JSON object {danish: english}
    python -m tools.messages compile          write the .mo files that the running product reads
"""

import argparse
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "landsby"
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
HEADER = r"""# The interface in English. `make fix` collects the Danish texts; write the English under each.
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

# Which arguments carry text: None is the first; "c" marks the context.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NAMED_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)[^{}]*\}")
NAMELESS_PLACEHOLDER = re.compile(r"(?<!%)%[sdr]|\{\}")
UNSEEN = re.compile(r"^from django\.utils\.translation import \w*gettext\w* as (?!_$)\w+$", re.MULTILINE)
TAG = re.compile(r"</?[a-z]\w*")


def collect() -> Catalog:
    """Every text in the code and the templates, without translations, each with the rooms that say it.

    The room tells a translator what is spoken of. The files themselves were two fifths of the catalogue, and changed it
    whenever one was split.
    """
    found = Catalog(locale="en", domain="django")
    for file in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        if "tests" in file.parts or "static" in file.parts:
            continue
        for text, context in texts_of(file):
            found.add(text, locations=[("/".join(file.relative_to(PACKAGE).parts[:2]), 0)], context=context)
    return found


def texts_of(file: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The texts of one file, each a string (or singular and plural) with its context."""
    source = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # What remains of a template is Python calls among filler; its indentation means nothing.
        lines = templatize(source, origin=str(file)).splitlines()
        source = "\n".join(line.strip() for line in lines)
    for _, text, _, context in extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS):
        if text:
            yield text, context


def stored() -> Catalog:
    """The catalogue as it is on disk; empty when there is none."""
    if not CATALOGUE.exists():
        return Catalog(locale="en", domain="django")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def updated(found: Catalog, old: Catalog) -> Catalog:
    """What was found, with the English that the old catalogue has for it."""
    for message in texts(found):
        known = old.get(message.id, message.context)
        if known is not None:
            message.string = known.string
            message.user_comments = known.user_comments
    return found


def write(catalogue: Catalog) -> None:
    """Write the catalogue: sorted, and without line numbers and dates, so that changes stay small."""
    body = io.BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, sort_output=True, include_lineno=False)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(HEADER.encode() + body.getvalue().strip() + b"\n")


def texts(catalogue: Catalog) -> Iterator[Message]:
    """The catalogue's messages without its header."""
    return (message for message in catalogue if message.id)


def objections(found: Catalog, old: Catalog) -> Iterator[str]:
    """What is wrong with the catalogue, one line each."""
    for message in texts(updated(found, old)):
        if not is_translated(message):
            yield f"no English: {shown(message)}"
        else:
            yield from mismatches(message)
        if any(NAMELESS_PLACEHOLDER.search(part) for part in parts(message.id)):
            yield f"a placeholder without a name: {shown(message)}"
    for message in texts(old):
        if found.get(message.id, message.context) is None:
            yield f"no longer in the code (`make fix` removes it): {shown(message)}"


def unseen(source: str) -> Iterator[str]:
    """Imports under a name that the collector does not know: what is said by it would stay Danish."""
    yield from UNSEEN.findall(source)


def is_translated(message: Message) -> bool:
    """Has the message English in every form it needs?"""
    return not message.fuzzy and all(parts(message.string)) and bool(parts(message.string))


def mismatches(message: Message) -> Iterator[str]:
    """Placeholders or tags that stand in one language only. A singular may leave out the number."""
    danish, english = parts(message.id), parts(message.string)
    allowed = set().union(*map(placeholders, danish))
    complete = placeholders(english[-1]) == placeholders(danish[-1])
    if not complete or any(placeholders(part) - allowed for part in english):
        yield f"placeholders differ from the English: {shown(message)}"
    if sorted(TAG.findall(english[-1])) != sorted(TAG.findall(danish[-1])):
        yield f"tags differ from the English: {shown(message)}"


def placeholders(text: str) -> set[str]:
    """The names in `%(name)s` and `{name}`."""
    return {name for pair in NAMED_PLACEHOLDER.findall(text) for name in pair if name}


def parts(text: str | Iterable[str] | None) -> list[str]:
    """One text, or singular and plural, as a list; nothing is an empty list."""
    return [text] if isinstance(text, str) else list(text or ())


def shown(message: Message) -> str:
    """The message for people: its text and where it stands."""
    places = ", ".join(sorted({file for file, _ in message.locations})) or "the catalogue"
    return f"{parts(message.id)[0]!r} in {places}"


def missing(catalogue: Catalog) -> dict[str, str | list[str]]:
    """What has no English yet: the Danish (of a plural, the singular) with room for the English."""
    untranslated = (message for message in texts(catalogue) if not is_translated(message))
    return {parts(message.id)[0]: "" if isinstance(message.id, str) else ["", ""] for message in untranslated}


def fill(catalogue: Catalog, english: dict[str, str | list[str]]) -> int:
    """Put English under the Danish that it is given for; returns how many were filled."""
    filled = 0
    for message in texts(catalogue):
        given = english.get(parts(message.id)[0])
        if given:
            message.string = given if isinstance(given, str) else tuple(given)
            filled += 1
    return filled


def compile_catalogue() -> None:
    """Write the .mo file that gettext reads; texts without English stay Danish."""
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, stored())


def main(words: list[str] | None = None) -> int:
    """The command line; see the module's text. Returns the exit status."""
    options = _parser().parse_args(words)
    if options.what == "compile":
        if CATALOGUE.exists():
            compile_catalogue()
        return 0
    if options.check:
        wrong = list(objections(collect(), stored()))
        for file in sorted(PACKAGE.rglob("*.py")):
            wrong += [f"{file.name}: {each} (say gettext)" for each in unseen(file.read_text(encoding="utf-8"))]
        print("\n".join(wrong) if wrong else "Every text has its English.")
        return 1 if wrong else 0
    catalogue = updated(collect(), stored())
    if options.missing:
        print(json.dumps(missing(catalogue), ensure_ascii=False, indent=1))
        return 0
    if options.fill:
        print(f"filled {fill(catalogue, json.loads(options.fill.read_text(encoding='utf-8')))} texts")
    write(catalogue)
    print(f"{sum(1 for _ in texts(catalogue))} texts, {len(missing(catalogue))} without English")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", nargs="?", choices=["update", "compile"], default="update")
    parser.add_argument("--check", action="store_true", help="fail when a text lacks English, or English its text")
    parser.add_argument("--missing", action="store_true", help="print as JSON what has no English")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="fill in English from {danish: english}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
