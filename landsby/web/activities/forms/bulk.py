"""A whole month of what was held: a table whose rows hold together or are all sent back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.access import held_alike, likeness_of, may_register, registrable_hosts, stored_by_key
from landsby.web.activities.details import Details
from landsby.web.activities.entry import Entry
from landsby.web.activities.forms.parts import attendance_from, count_field
from landsby.web.activities.forms.who import told as told_of
from landsby.web.activities.kinds import kinds_on
from landsby.web.activities.rules import problems_of_details
from landsby.web.activities.status import Status
from landsby.web.activities.tables import COLUMNS, MOST_ROWS, day_told
from landsby.web.kit.forms import Form
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Right

_ASKED_AS = {"starts_on": "day", "title": "words"}
MOST_OFFERED_HOSTS = 200


@dataclass(frozen=True)
class Offers:
    """What the words of a row may mean, the same for all rows of a table."""

    standing: Standing
    blueprint: Blueprint
    today: date

    @cached_property
    def kinds(self) -> dict[str, ActivityKind]:
        """The single activities that ask nothing which a row has no room for, by title."""
        offered = kinds_on(self.blueprint, self.today)
        fit = (kind for kind in offered if kind.form == "single" and not any(own.required for own in kind.fields))
        return {say(kind.title): kind for kind in fit}

    @cached_property
    def hosts(self) -> list[str]:
        """Hosts to be offered while one types, with their places."""
        return [told_of(actor) for actor in registrable_hosts(self.standing, self.today)[:MOST_OFFERED_HOSTS]]

    def kind_called(self, words: str) -> ActivityKind | None:
        """The kind of that title, in whichever language."""
        wanted = words.casefold()
        return next((k for k in self.kinds.values() if wanted in {k.title.da.casefold(), k.title.en.casefold()}), None)

    def hosts_called(self, words: str) -> list[Actor]:
        """The hosts of that name, written with or without the place."""
        wanted = words.casefold()
        found = registrable_hosts(self.standing, self.today).called(words.partition(" (")[0])
        return [actor for actor in found if wanted in {actor.name.casefold(), told_of(actor).casefold()}]


def _numbers() -> range:
    """The numbers of the rows, as people count them."""
    return range(1, MOST_ROWS + 1)


class BulkRow(Form):
    """One activity that was held, in five words."""

    day = forms.CharField(label=gettext_lazy("Dato"), max_length=20)
    kind = forms.CharField(label=gettext_lazy("Slags"), max_length=200)
    host = forms.CharField(label=gettext_lazy("Vært"), max_length=300)
    count = count_field("children", label=gettext_lazy("Antal"), required=True)
    words = forms.CharField(label=gettext_lazy("Et par ord"), max_length=160, required=False)

    def __init__(self, data: Mapping[str, Any] | None, *, number: int, offers: Offers, initial: Any = None) -> None:
        super().__init__(data, prefix=f"row-{number}", initial=initial, use_required_attribute=False)
        self.number, self.offers = number, offers
        for name, offered in (("kind", "kinds"), ("host", "hosts")):
            self.fields[name].widget.attrs |= {"list": f"bulk-{offered}", "autocomplete": "off"}
        self.fields["day"].widget.attrs |= {"placeholder": _("fx 3/5"), "autocomplete": "off"}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said in it but what stood there beforehand."""
        return not any(str(self[name].value() or "").strip() for name in COLUMNS if name != "host")

    def clean_day(self) -> date:
        """A day, as it is usually written."""
        day = day_told(self.cleaned_data["day"], self.offers.today)
        if day is None:
            raise ValidationError(_("Skriv datoen som 3/5 eller 3-5-2026."))
        return day

    def clean_kind(self) -> ActivityKind:
        """A kind, by its title."""
        kind = self.offers.kind_called(self.cleaned_data["kind"])
        if kind is None:
            raise ValidationError(_("Den slags kender vi ikke. Vælg en fra listen."))
        return kind

    def clean_host(self) -> Actor:
        """A host for whom one registers, by name."""
        found = self.offers.hosts_called(self.cleaned_data["host"])
        if len(found) > 1:
            names = "; ".join(sorted(map(told_of, found))[:3])
            raise ValidationError(_("Flere hedder det samme. Skriv stedet med: %(names)s") % {"names": names})
        if not found:
            raise ValidationError(_("Den vært kender vi ikke, eller du registrerer ikke for den. Vælg en fra listen."))
        return found[0]

    def clean(self) -> dict[str, Any]:
        """What the rules say to the whole row."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            found = problems_of_details(self.details, self.offers.today)
            self.add_problems(replace(one, field=_ASKED_AS.get(one.field, one.field)) for one in found)
            if not self.errors and not may_register(self.offers.standing.reach(Right.LOG_ACTIVITIES), self.details):
                self.add_error("host", _("Du kan ikke registrere for den vært. Vælg en anden."))
        return cleaned

    @property
    def details(self) -> Details:
        """The row as something that was held."""
        told = self.cleaned_data
        kind, host = told["kind"], told["host"]
        return Details(
            kind=kind,
            title=told["words"] or say(kind.title),
            starts_on=told["day"],
            status=Status.HELD,
            municipality=host.municipality,
            community=host.community,
            attendance=attendance_from({kind.counts[0]: told["count"]}),
            goals=tuple(kind.goals),
            tracks=self.offers.blueprint.usual_tracks(kind, [host.group]),
            hosts=(host,),
        )


class BulkForm:
    """The rows of one page, known by the key of the page."""

    def __init__(self, offers: Offers, data: Any = None, pasted: list[dict[str, str]] | None = None) -> None:
        self.offers, self.is_bound = offers, data is not None and pasted is None
        self.page = self._page(data)
        own = next(iter(offers.standing.own_actors), None)
        usual = {"host": told_of(own)} if own else {}
        told = [*(pasted or []), *[{}] * MOST_ROWS][:MOST_ROWS]
        # An empty cell of a pasted row stays as it usually is.
        firsts = [{**usual, **{name: text for name, text in row.items() if text}} for row in told]
        bound = data if self.is_bound else None
        self.rows = [BulkRow(bound, number=number, offers=offers, initial=firsts[number - 1]) for number in _numbers()]
        self.is_anyway = self.is_bound and "anyway" in data
        self.has_twins = False

    @staticmethod
    def _page(data: Any) -> UUID:
        try:
            return UUID(str(data.get("client_key"))) if data else uuid4()
        except ValueError:
            return uuid4()

    @cached_property
    def filled(self) -> list[BulkRow]:
        """The rows in which something was said."""
        return [row for row in self.rows if not row.is_empty]

    def is_valid(self) -> bool:
        """Whether every row holds, and none is a twin that nobody has said yes to; all of them are looked at."""
        # A list, since every row is to say what is wrong with it.
        held = [row.is_valid() for row in self.filled]
        if held and all(held) and not self.is_anyway:
            self._tell_twins()
        return bool(held) and all(held) and not self.has_twins

    @cached_property
    def entries(self) -> list[Entry]:
        """One for each row; the same words on the same page are the same entry, and said twice they are two."""
        said: Counter[str] = Counter()
        entries = []
        for row in self.filled:
            told = row.details
            words = repr((told.starts_on, told.kind.id, told.hosts[0].pk, told.attendance, told.title))
            entries.append(Entry((told,), uuid5(self.page, f"{words} {said[words]}")))
            said[words] += 1
        return entries

    def _tell_twins(self) -> None:
        """Ask about rows that look like what is stored already, or like each other."""
        standing = self.offers.standing
        stored = stored_by_key(standing, [entry.key for entry in self.entries])
        known = held_alike(standing, [entry.sessions[0] for entry in self.entries])
        seen: dict[Any, int] = {}
        for row, entry in zip(self.filled, self.entries, strict=True):
            likeness = likeness_of(entry.sessions[0])
            if entry.key not in stored and likeness in known:
                row.add_error("day", _("Den ligner en, der er gemt."))
                self.has_twins = True
            elif likeness in seen:
                row.add_error("day", _("Den er magen til række %(number)s.") % {"number": seen[likeness]})
                self.has_twins = True
            seen.setdefault(likeness, row.number)

    def wrongs(self) -> Iterator[tuple[int, Any, str]]:
        """What is wrong, as the number of its row, its field, and a sentence."""
        for row in self.filled if self.is_bound else []:
            for name, errors in row.errors.items():
                for error in errors:
                    yield row.number, row[name if name in row.fields else "day"], str(error)
