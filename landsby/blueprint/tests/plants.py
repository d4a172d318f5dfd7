"""Faults to plant in the garden: what is changed, and where and how it must be told of.

A plant replaces a text in a file, or gives the whole file anew.
"""

from __future__ import annotations

from dataclasses import dataclass

WHOLE = ""
"""As what is replaced: the whole file."""


@dataclass(frozen=True)
class Plant:
    """One fault.

    Attributes:
        line, field: where it must be told of.
        da: words of the Danish message or cure.
        en: words of the English message or cure.
    """

    what: str
    file: str
    replaced: str
    by: str | bytes
    line: int | None
    field: str
    da: str
    en: str


GOAL, TRACK, ROLE, PHASE = "goals/wonder.yaml", "tracks/beds.yaml", "roles/gardener.yaml", "phases/spring.yaml"
KIND, SERIES, FIGURE, HEAD = (
    "activity_kinds/digging.yaml",
    "activity_kinds/sowing.yaml",
    "figures/holes.yaml",
    "blueprint.yaml",
)

# ruff: noqa: E501  # a table reads best with one fault on each line
# fmt: off
LAYOUT = [
    Plant("tab", GOAL, "  da: Undren", "\tda: Undren", 3, "", "tabulator", "two spaces"),
    Plant("tab after spaces", GOAL, "  en: Wonder", " \ten: Wonder", 4, "", "steder i filen: 1)", "places in the file: 1)"),
    Plant("latin-1", GOAL, WHOLE, "id: wonder\ntitle:\n  da: Blåbær\n".encode("latin-1"), 3, "", "UTF-8", "UTF-8"),
    Plant("utf-16 without its mark", GOAL, WHOLE, "id: wonder\n".encode("utf-16-le"), 1, "", "usynligt tegn", "invisible"),
    Plant("byte order mark", GOAL, "id: wonder", b"\xef\xbb\xbfid: wonder", 1, "", "BOM", "without BOM"),
    Plant("control character", GOAL, "Undren", "Und\x07ren", 3, "", "usynligt tegn", "invisible"),
    Plant("escaped control character", GOAL, "Undren", '"Und\\0ren"', 3, "title.da", "usynligt tegn", "invisible"),
    Plant("empty file", GOAL, WHOLE, "", 1, "", "tom", "is empty"),
    Plant("only a comment", GOAL, WHOLE, "# soon\n", 1, "", "tom", "is empty"),
    Plant("nothing between marks", GOAL, WHOLE, "---\n...\n", 2, "", "tom", "is empty"),
    Plant("only a text", GOAL, WHOLE, "wonder\n", 1, "", "bestå af felter", "consist of fields"),
    Plant("a list", GOAL, WHOLE, "- id: wonder\n", 1, "", "bestå af felter", "consist of fields"),
    Plant("colon in a text", GOAL, "At se efter.", "Husk: at se efter.", 6, "", "kolon", "colon"),
    Plant("no colon", GOAL, "source: Haven\n", "source\n", 10, "", "kolon", "colon"),
    Plant("open quote", GOAL, "da: Undren", 'da: "Undren', 3, "", "citationstegn", "never closed"),
    Plant("open bracket", TRACK, "goals:\n  - wonder\n  - mud", "goals: [wonder, mud", 7, "", "parentes", "bracket"),
    Plant("crooked indentation", GOAL, "  en: Wonder", "   en: Wonder", 4, "", "kolon", "indentation"),
    Plant("too little indentation", GOAL, "  en: Wonder", " en: Wonder", 4, "", "ndrykning", "indentation"),
    Plant("text that begins with @", GOAL, "Undren", "@Undren", 3, "", "begynde med", "cannot begin"),
    Plant("text that begins with %", GOAL, "Undren", "%Undren", 3, "", "begynde med", "cannot begin"),
    Plant("two documents", GOAL, "order: 10\n", "order: 10\n---\nid: other\n", 11, "", "flere dokumenter", "several"),
    Plant("alias", GOAL, "en: To look closely.", "en: *look", 7, "", "henvises", "reference to another place"),
    Plant("utf-16", GOAL, WHOLE, "id: wonder\n".encode("utf-16"), 1, "", "UTF-8", "UTF-8"),
    Plant("tag", GOAL, "Undren", "!!binary Undren", 3, "title.da", "!!binary", "tag"),
    Plant("too deep", GOAL, "Undren", "[" * 30 + "]" * 30, 3, "", "niveauer", "too many levels"),
    Plant("too large", GOAL, "Undren", "u" * 300_000, None, "", "256 kB", "256 kB"),
    Plant("the same field twice", GOAL, "order: 10", "order: 10\norigin: ours", 11, "origin", "linje 8", "first on line 8"),
    Plant("the same language twice", GOAL, "  en: Wonder", "  da: Wonder\n  en: Wonder", 4, "title.da", "to gange", "twice"),
    Plant("a field called no", GOAL, "order: 10", "no: 10", 10, "no", '"no"', "name of a field"),
    Plant("no such day", HEAD, "2020-01-01", "2020-02-30", 8, "starts_on", "2020-02-30", "not in the calendar"),
    Plant("field without a value", GOAL, "source: Haven", "source:", 9, "source", "står tomt", "is empty"),
    Plant("text without a value", GOAL, "da: Undren", "da:", 3, "title.da", "står tomt", "delete the line"),
    Plant("a percent directive", GOAL, "id: wonder", "%YAML oops\n---\nid: wonder", 1, "", "YAML", "YAML"),
]

SHAPE = [
    Plant("missing field", GOAL, "source: Haven\n", "", 1, "source", "»source« mangler", "“source” is missing"),
    Plant("missing field within", KIND, "    type: number\n", "", 20, "fields.1.type", "mangler", "is missing"),
    Plant("missing English", GOAL, "  en: Wonder\n", "", 2, "title.en", "på engelsk", "in English"),
    Plant("missing Danish", KIND, "      da: Hvor dybt?\n", "", 22, "fields.1.label.da", "på dansk", "in Danish"),
    Plant("one language", GOAL, "title:\n  da: Undren\n  en: Wonder", "title: Undren", 2, "title", "kun ét sted", "only once"),
    Plant("unknown field", GOAL, "order: 10", "colour: 10", 10, "colour", "brug et af felterne", "use one of the fields"),
    Plant("misspelt field", GOAL, "order: 10", "ordre: 10", 10, "ordre", "Mente du »order«", "Did you mean “order”"),
    Plant("misspelt field within", KIND, "    max: 90", "    maks: 90", 26, "fields.1.maks", "»max«", "“max”"),
    Plant("third language", GOAL, "  en: Wonder", "  en: Wonder\n  sv: Undran", 5, "title.sv", "findes ikke", "does not exist"),
    Plant("unquoted no", KIND, "      da: Hvor dybt?", "      da: no", 23, "fields.1.label.da", '"no"', "yes or no"),
    Plant("unquoted on", GOAL, "en: Wonder", "en: on", 4, "title.en", '"on"', '"on"'),
    Plant("unquoted true", GOAL, "da: Undren", "da: true", 3, "title.da", '"true"', "yes or no"),
    Plant("unquoted version", HEAD, 'version: "1"', "version: 1.0", 2, "version", '"1.0"', "number or a date"),
    Plant("unquoted whole number", HEAD, 'version: "1"', "version: 1", 2, "version", '"1"', "number or a date"),
    Plant("unquoted date", HEAD, 'version: "1"', "version: 2024-01-01", 2, "version", '"2024-01-01"', "or a date"),
    Plant("list for text", GOAL, "source: Haven", "source: [Haven]", 9, "source", "Skriv tekst", "Write text"),
    Plant("text for number", GOAL, "order: 10", "order: ti", 10, "order", "helt tal", "whole number"),
    Plant("number in quotes", GOAL, "order: 10", 'order: "10"', 10, "order", "uden citationstegn", "without quotes"),
    Plant("number with a leading zero", GOAL, "order: 10", "order: 010", 10, "order", "helt tal", "whole number"),
    Plant("half number", GOAL, "order: 10", "order: 1.5", 10, "order", "helt tal", "whole number"),
    Plant("yes for true", KIND, "    min: 0", "    required: yes\n    min: 0", 25, "fields.1.required", "true eller false", "true or false"),
    Plant("text for a list", TRACK, "goals:\n  - wonder\n  - mud", "goals: wonder", 7, "goals", "en liste", "a list"),
    Plant("text for fields", SERIES, "sessions:\n  min: 2\n  max: 6", "sessions: seks", 8, "sessions", "felter", "fields"),
    Plant("text for a date", HEAD, "2020-01-01", "i januar", 8, "starts_on", "ikke en dato", "not a date"),
    Plant("Danish date", HEAD, "2020-01-01", "01-01-2020", 8, "starts_on", "2020-08-01", "year-month-day"),
    Plant("moment for a date", HEAD, "2020-01-01", "2020-01-01 10:00:00", 8, "starts_on", "ikke en dato", "not a date"),
    Plant("empty text", GOAL, "da: Undren", 'da: " "', 3, "title.da", "Teksten er tom", "The text is empty"),
    Plant("id with capitals", KIND, "  - id: depth", "  - id: Depth", 20, "fields.1.id", "»Depth«", "small letters"),
    Plant("id with a Danish letter", KIND, "      - id: spade", "      - id: skål", 33, "fields.2.choices.1.id", "»skål«", "“skål”"),
    Plant("icon with spaces", KIND, "icon: map", "icon: Big map", 18, "icon", "ikon", "an icon"),
    Plant("title too long", GOAL, "da: Undren", "da: " + "u" * 121, 2, "title", "på dansk er på 121", "in Danish has 121"),
    Plant("summary too long", GOAL, "To look closely.", "l" * 1001, 5, "summary", "på engelsk", "1000"),
    Plant("source too long", GOAL, "source: Haven", "source: " + "h" * 201, 9, "source", "200", "200"),
    Plant("unknown origin", GOAL, "origin: ours", "origin: mine", 8, "origin", "source, literature", "possible choices"),
    Plant("misspelt choice", KIND, "form: single", "form: singel", 7, "form", "»single«", "“single”"),
    Plant("unknown right", ROLE, "  - export", "  - expor", 11, "may.2", "»export«", "“export”"),
    Plant("unknown measure", FIGURE, "activities_held", "activities_hold", 10, "measure", "»activities_held«", "“activities_held”"),
    Plant("negative order", GOAL, "order: 10", "order: -1", 10, "order", "mindste er 0", "least is 0"),
    Plant("too many sessions", SERIES, "max: 6", "max: 201", 10, "sessions.max", "største er 200", "greatest is 200"),
    Plant("no counts", KIND, "counts:\n  - children\n  - staff", "counts: []", 8, "counts", "mindst 1", "at least 1"),
]

MEANING = [
    Plant("programme ends before it starts", HEAD, "2024-12-31", "2019-12-31", 9, "ends_on", "ends_on ligger før", "ends_on comes before"),
    Plant("phase ends before it starts", PHASE, "2020-06-30", "2019-06-30", 8, "ends_on", "starts_on", "two dates"),
    Plant("definition ends before it starts", "goals/mud.yaml", "ended_on: 2022", "ended_on: 2019", 9, "ended_on", "før", "before"),
    Plant("number limits reversed", KIND, "    min: 0", "    min: 91", 26, "fields.1.max", "(90)", "(91)"),
    Plant("session limits reversed", SERIES, "min: 2", "min: 7", 10, "sessions.max", "Byt dem om", "Swap them"),
    Plant("count twice", KIND, "  - staff", "  - children", 8, "counts", "mere end én gang", "more than once"),
    Plant("question twice", KIND, "  - id: tool", "  - id: depth", 19, "fields", "»depth«", "“depth”"),
    Plant("answer twice", KIND, "      - id: hands", "      - id: spade", 32, "fields.2.choices", "»spade«", "“spade”"),
    Plant("limit on a text", KIND, "    type: number", "    type: text", 25, "fields.1.min", "number", "number"),
    Plant("choices on a text", KIND, "    type: choice", "    type: text", 32, "fields.2.choices", "choice", "choice"),
    Plant("a single answer", KIND, "      - id: hands\n        title:\n          da: Hænder\n          en: Hands\n", "", 32, "fields.2.choices", "mindst to svar", "at least two"),
    Plant("series without sessions", SERIES, "sessions:\n  min: 2\n  max: 6\n", "", 1, "sessions", "hvor mange gange", "how many times"),
    Plant("sessions of a single", SERIES, "form: series", "form: single", 8, "sessions", "form: series", "form: series"),
    Plant("series in the quick log", SERIES, "counts:", "quick: 2\ncounts:", 11, "quick", "hurtige", "quick log"),
    Plant("quick log with a duty", KIND, "    min: 0", "    required: true\n    min: 0", 15, "quick", "besvares", "must be answered"),
    Plant("role sees too little", ROLE, "sees: programme", "sees: actor", 8, "sees", "municipality", "municipality"),
    Plant("figure without kinds", FIGURE, "activity_kinds:\n  - digging\n", "", 1, "activity_kinds", "hvad den tæller", "what it counts"),
    Plant("figure with kinds too many", FIGURE, "activities_held", "communities", 11, "activity_kinds", "bruger ikke", "does not use"),
    Plant("figure of series counts a single", "figures/rows.yaml", "- sowing", "- digging", 12, "activity_kinds.1", "»digging«", "is not a series"),
    Plant("unknown goal", TRACK, "  - mud", "  - snowflakes", 9, "goals.2", "mud, wonder", "mud, wonder"),
    Plant("misspelt goal", TRACK, "  - wonder", "  - wondr", 8, "goals.1", "»wonder«", "“wonder”"),
    Plant("unknown track", KIND, "  - beds", "  - bedz", 14, "tracks.1", "»beds«", "“beds”"),
    Plant("unknown group of actors", KIND, "  - school", "  - pirates", 17, "hosts.1", "actor_groups", "actor_groups"),
    Plant("unknown kind of activity", FIGURE, "  - digging", "  - diging", 12, "activity_kinds.1", "»digging«", "“digging”"),
    Plant("its own parent", "tracks/roses.yaml", "parent: beds", "parent: roses", 7, "parent", "roses → roses", "roses → roses"),
    Plant("parents in a ring", TRACK, "hosts:\n  - civil", "parent: roses", 10, "parent", "beds → roses → beds", "comes back to itself"),
    Plant("id is not the file's name", GOAL, "id: wonder", "id: wondering", 1, "id", "wondering.yaml", "wondering.yaml"),
]
# fmt: on

PLANTS = [*LAYOUT, *SHAPE, *MEANING]
