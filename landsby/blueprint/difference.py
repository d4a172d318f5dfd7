"""What differs between two blueprints, told for people: definition by definition, field by field, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic.fields import FieldInfo

from landsby.blueprint.blueprint import MANIFEST, Blueprint
from landsby.blueprint.change import SORTS, Change, Difference, FieldChange, Sort
from landsby.blueprint.codelists import codelist
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Definition, Described
from landsby.blueprint.kinds import Arrow, Point, Role
from landsby.blueprint.labels import choice_label, field_label
from landsby.blueprint.labels.choices import CHOICES
from landsby.blueprint.naming import naming_of
from landsby.blueprint.renaming import Renames, renamed_data
from landsby.blueprint.text import Text
from landsby.blueprint.values import Frozen, Refers

_NOT_TOLD = frozenset({"id", "order", "formerly"})
_MONTHS = Text(
    da="januar februar marts april maj juni juli august september oktober november december",
    en="January February March April May June July August September October November December",
)
_GRANTS = ("scope", "sees", "may")
_READS_ONLY = Text(da="kun læse", en="only read")
_YES_NO = {True: Text(da="ja", en="yes"), False: Text(da="nej", en="no")}


Titles = Callable[[str, str], Text]
"""What a definition or an entry of a code list is called, by folder and id."""


def difference(before: Blueprint, after: Blueprint, renamed: Mapping[tuple[str, str], str] | None = None) -> Difference:
    """What became of each definition.

    Args:
        renamed: what definitions of the earlier blueprint, by folder and id, are called in the later one.
    """
    renames = renamed or {}
    former = {(folder, new): old for (folder, old), new in renames.items()}

    def was(folder: str, id_: str) -> Text:
        return title_of(before, folder, former.get((folder, id_), id_))

    def now(folder: str, id_: str) -> Text:
        return title_of(after, folder, id_)

    changes = [_compared(MANIFEST, before.manifest, after.manifest, was, now)]
    for folder in KINDS:
        changes.extend(_in_folder(folder, before, after, renames, (was, now)))
    told = [change for change in changes if change]
    return Difference(tuple(sorted(told, key=lambda change: SORTS.index(change.sort))))


def _in_folder(
    folder: str, before: Blueprint, after: Blueprint, renames: Renames, titles: tuple[Titles, Titles]
) -> Iterator[Change | None]:
    was: Mapping[str, Definition] = getattr(before, folder)
    now: Mapping[str, Definition] = getattr(after, folder)
    known = set[str]()
    for id_, earlier in was.items():
        # What has only been renamed around it has not changed the definition.
        same = KINDS[folder].model_validate(renamed_data(folder, earlier.to_data(), renames)) if renames else earlier
        later = now.get(same.id)
        if later is None:
            yield Change("removed", folder, id_, earlier.title)
        else:
            known.add(later.id)
            yield _compared(folder, same, later, *titles, former=id_)
    for id_, later in now.items():
        if id_ not in known:
            yield Change("added", folder, id_, later.title, fields=tuple(_granted(later, titles[1])))


def _granted(added: Definition, called: Titles) -> Iterator[FieldChange]:
    """What a new definition lets people do and see, which nobody should learn afterwards: all that a new role gives."""
    for name in _GRANTS if isinstance(added, Role) else ():
        told = _told(getattr(added, name), name, type(added).model_fields[name], called)
        yield FieldChange((field_label("Role", name),), None, told or _READS_ONLY)


def _compared(
    folder: str, earlier: Described, later: Described, was: Titles, now: Titles, former: str = ""
) -> Change | None:
    """What became of one definition; None where nothing did."""
    is_renamed = former not in ("", later.id)
    if earlier == later and not is_renamed:
        return None
    fields = tuple(field_changes(earlier, later, was, now))
    sort = "renamed" if is_renamed else _sort(earlier, later, fields)
    return Change(sort, folder, later.id, later.title, former if is_renamed else "", fields)


def _sort(earlier: Described, later: Described, fields: Sequence[FieldChange]) -> Sort:
    was, now = getattr(earlier, "ended_on", None), getattr(later, "ended_on", None)
    if was != now and (was is None or now is None):
        return "ended" if was is None else "reopened"
    return "changed" if fields else "moved"


def field_changes(
    earlier: Frozen, later: Frozen, was_called: Titles, is_called: Titles, above: tuple[Text, ...] = ()
) -> Iterator[FieldChange]:
    """The fields in which two definitions, or two parts of the same model, differ. Mere order is not told."""
    titles = (was_called, is_called)
    for name, info in type(later).model_fields.items():
        was, now = getattr(earlier, name), getattr(later, name)
        if was == now or name in _NOT_TOLD:
            continue
        labels = (*above, field_label(type(later).__name__, name))
        if isinstance(was, Frozen) and isinstance(now, Frozen) and type(was) is type(now):
            yield from field_changes(was, now, *titles, labels)
        elif isinstance(was, tuple) and isinstance(now, tuple) and _are_parts((*was, *now)):
            yield from _parts(was, now, titles, labels)
        else:
            told = (_told(was, name, info, titles[0]), _told(now, name, info, titles[1]))
            # What is called the same in both languages is no news to people.
            if not _is_reordered(was, now) and told[0] != told[1]:
                yield FieldChange(labels, *told)


def _are_parts(items: Sequence[Any]) -> bool:
    return all(isinstance(item, Frozen) for item in items)


def _is_reordered(was: Any, now: Any) -> bool:
    return isinstance(was, tuple) and isinstance(now, tuple) and sorted(map(str, was)) == sorted(map(str, now))


def _parts(
    was: tuple[Frozen, ...], now: tuple[Frozen, ...], titles: tuple[Titles, Titles], labels: tuple[Text, ...]
) -> Iterator[FieldChange]:
    """Parts are the same by their id, arrows by where they lead; the others by their place."""
    earlier, later = _by_id(was), _by_id(now)
    for key in dict.fromkeys([*earlier, *later]):
        first, second = earlier.get(key), later.get(key)
        if first is not None and second is not None:
            name = titles[1]("theory_nodes", second.to) if isinstance(second, Arrow) else naming_of(second)
            if isinstance(first, Point) and isinstance(second, Point):
                # A point is nothing but its text.
                if first.text != second.text:
                    yield FieldChange(labels, first.text, second.text)
                continue
            yield from field_changes(first, second, *titles, (*labels, name) if name else labels)
        else:
            yield FieldChange(
                labels,
                None if first is None else _part_told(first, titles[0]),
                None if second is None else _part_told(second, titles[1]),
            )


def _by_id(parts: tuple[Frozen, ...]) -> dict[Any, Frozen]:
    # An arrow is known by where it leads.
    return {getattr(part, "id", getattr(part, "to", place)): part for place, part in enumerate(parts)}


def _part_told(part: Frozen, called: Titles) -> Text:
    named = naming_of(part)
    if named is not None:
        return named
    if isinstance(part, Arrow) and not part.assumptions:
        return called("theory_nodes", part.to)
    told = [
        _joined((field_label(type(part).__name__, name), said), ": ")
        for name, info in type(part).model_fields.items()
        if name != "id" and (said := _told(getattr(part, name), name, info, called))
    ]
    return _joined(told, "; ")


def _told(value: Any, name: str, info: FieldInfo, called: Titles) -> Text | None:
    """A field's value in words; None for nothing."""
    mark = next((mark for mark in info.metadata if isinstance(mark, Refers)), None)
    if isinstance(value, tuple):
        told = [said for item in value if (said := _told(item, name, info, called))]
        return _joined(told, ", ") if told else None
    if isinstance(value, Text) or value is None:
        return value
    if isinstance(value, Frozen):
        return _part_told(value, called)
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, date):
        return _day(value)
    if mark is not None:
        return called(mark.to, value)
    known = isinstance(value, str) and value in CHOICES.get(name, {})
    return choice_label(name, value) if known else _same(str(value))


def title_of(blueprint: Blueprint, folder: str, id_: str) -> Text:
    """What a definition or an entry of a code list is called; its id where it is not known."""
    found = (getattr(blueprint, folder) if folder in KINDS else codelist(folder)).get(id_)
    return found.title if found is not None else _same(id_)


def _day(day: date) -> Text:
    return Text(
        da=f"{day.day}. {_MONTHS.da.split()[day.month - 1]} {day.year}",
        en=f"{day.day} {_MONTHS.en.split()[day.month - 1]} {day.year}",
    )


def _same(said: str) -> Text:
    return Text(da=said, en=said)


def _joined(texts: Sequence[Text], between: str) -> Text:
    join: Callable[[Iterator[str]], str] = between.join
    return Text(da=join(text.da for text in texts), en=join(text.en for text in texts))
