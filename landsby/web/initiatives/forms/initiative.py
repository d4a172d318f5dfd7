"""Telling of an initiative: what it is, what it belongs to, who answers for it and where."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.initiatives.access import (
    actors_to_involve,
    communities_to_choose,
    may_place,
    owners_to_choose,
    parents_in,
    parents_to_choose,
    places_to_choose,
)
from landsby.web.initiatives.details import InitiativeDetails
from landsby.web.initiatives.forms.choices import (
    ActorsField,
    actor_kind_choices,
    definition_choices,
    one_actor,
    one_initiative,
)
from landsby.web.initiatives.labels import LABELS
from landsby.web.initiatives.models import ACTOR_KINDS, LEAST_EFFORT, LINKED, MOST_EFFORT, Initiative
from landsby.web.initiatives.rules import problems_of_parent
from landsby.web.initiatives.stages import Newness
from landsby.web.kit.folds import Fold, Section
from landsby.web.kit.together import WrittenTogether
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right

_PLAIN = ("title", "summary", "newness", "depth")


class InitiativeForm(WrittenTogether):
    """One initiative, new or stored."""

    client_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Hvad kalder I den?"), max_length=160)
    summary = forms.CharField(label=_("Kort fortalt"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    newness = forms.ChoiceField(
        label=_("Er det nyt?"),
        required=False,
        choices=Newness.choices,
        widget=forms.RadioSelect(attrs={"group": "chips"}),
    )
    effort = forms.TypedChoiceField(
        label=_("Hvor meget kræver det?"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(number, str(number)) for number in range(LEAST_EFFORT, MOST_EFFORT + 1)],
        widget=forms.RadioSelect(attrs={"group": "chips"}),
        help_text=_("1 er lidt, 5 er meget."),
    )

    def __init__(
        self,
        *args: Any,
        blueprint: Blueprint,
        standing: Standing,
        initiative: Initiative | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.blueprint, self.standing, self.initiative = blueprint, standing, initiative
        self._ask_what_it_belongs_to()
        self._ask_who()
        self._ask_where()
        self.dress()
        if initiative is not None:
            self.share()

    def _ask_what_it_belongs_to(self) -> None:
        today = timezone.localdate()
        depth = self.initiative.depth if self.initiative else ""
        depths = definition_choices(self.blueprint.depths, [depth] if depth else [], today)
        if depths:
            self.fields["depth"] = forms.ChoiceField(
                label=_("Hvor dybt virker den?"),
                required=False,
                choices=depths,
                widget=forms.RadioSelect(attrs={"group": "chips"}),
            )
        for folder in LINKED:
            stored = self.initiative.linked(folder) if self.initiative else []
            choices = definition_choices(self._definitions(folder), stored, today)
            if choices:
                self.fields[folder] = _several(LABELS[folder], choices)
        self.fields[ACTOR_KINDS] = _several(_("Hvilke steder skal nås?"), actor_kind_choices())
        parents = parents_to_choose(self.standing, self.initiative)
        chosen = self.data.get("parent") or (self.initiative.parent_id if self.initiative else None)
        self.fields["parent"] = one_initiative(
            parents, self.standing, label=_("Del af en større indsats"), chosen=chosen
        )

    def _definitions(self, folder: str) -> dict[str, Any]:
        definitions = getattr(self.blueprint, folder)
        if folder != "checklists":
            return dict(definitions)
        return {key: each for key, each in definitions.items() if each.use == "operation"}

    def _ask_who(self) -> None:
        actors = actors_to_involve(self.standing, timezone.localdate(), self.initiative)
        self.fields["owner"] = forms.ModelChoiceField(
            owners_to_choose(self.standing, self.initiative),
            label=_("Hvem har ansvaret?"),
            required=False,
            empty_label=_("Vælg"),
        )
        owned = self.initiative.owner_actor_id if self.initiative else None
        chosen = self.data.get("owner_actor") or owned
        self.fields["owner_actor"] = one_actor(
            actors, self.standing, label=_("Eller hvilken institution?"), chosen=chosen
        )
        self.fields["partners"] = ActorsField(actors, label=_("Partnere"))

    def _ask_where(self) -> None:
        right = Right.MANAGE_INITIATIVES
        none: dict[str, Any] = {"required": False, "empty_label": _("Hele programmet")}
        if not self.standing.reach(right).everywhere:
            none["empty_label"] = _("Vælg")
        municipalities = places_to_choose(self.standing, self.initiative)
        communities = communities_to_choose(self.standing, self.initiative)
        self.fields["municipality"] = forms.ModelChoiceField(municipalities, label=_("Kommune"), **none)
        if communities.exists():
            self.fields["community"] = forms.ModelChoiceField(communities, label=_("Lokalområde"), **none)

    @staticmethod
    def initial_of(initiative: Initiative) -> dict[str, Any]:
        """A stored initiative, whose parts are at hand, as initial values."""
        related = ("parent", "municipality", "community", "owner", "owner_actor")
        return {
            **{name: getattr(initiative, name) for name in (*_PLAIN, "effort")},
            **{name: getattr(initiative, f"{name}_id") for name in related},
            **{folder: initiative.linked(folder) for folder in (*LINKED, ACTOR_KINDS)},
            "partners": [partner.actor_id for partner in initiative.partners.all()],
        }

    @staticmethod
    def initial_of_new() -> dict[str, Any]:
        """A new page."""
        return {"client_key": uuid4()}

    def clean(self) -> dict[str, Any]:
        """No circle, and a place where the person manages initiatives."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        told = self.details
        own = self.initiative.pk if self.initiative else None
        parent = told.parent.pk if told.parent else None
        self.add_problems(problems_of_parent(own, parent, parents_in(self.standing.programme)))
        if self._is_moved(told) and not may_place(self.standing.reach(Right.MANAGE_INITIATIVES), told):
            self.add_error("municipality", _("Vælg en kommune eller et lokalområde, hvor du styrer indsatser."))
        return cleaned

    def _is_moved(self, told: InitiativeDetails) -> bool:
        """Whether it is new, or is to lie elsewhere than it does."""
        at = self.initiative
        return at is None or (at.municipality, at.community) != (told.municipality, told.community)

    @property
    def details(self) -> InitiativeDetails:
        """What the form was told; what it did not ask stays as it was."""
        told = self.cleaned_data
        community, municipality = told.get("community"), told.get("municipality")
        return InitiativeDetails(
            title=told["title"],
            summary=told["summary"],
            newness=told["newness"],
            effort=told["effort"],
            depth=told.get("depth", ""),
            definition=self.initiative.definition if self.initiative else "",
            parent=told["parent"],
            links={folder: tuple(told[folder]) for folder in (*LINKED, ACTOR_KINDS) if folder in told},
            municipality=community.municipality if community else municipality,
            community=community,
            owner=told["owner"],
            owner_actor=told["owner_actor"],
            partners=tuple(told["partners"]),
        )

    def sections(self) -> list[Section]:
        """What everybody answers stands open, the rest is folded."""
        return [
            Section(_("Hvad er det?"), self._present("title", "summary", "newness", "effort", "depth")),
            Section(
                _("Hvem og hvor"),
                self._present("owner", "owner_actor", "municipality", "community"),
                self._folds("partners", ACTOR_KINDS),
            ),
            Section(_("Hvad den hører til"), self._present("parent"), self._folds(*LINKED)),
        ]

    def _present(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def _folds(self, *names: str) -> list[Fold]:
        return [Fold(name, self[name].label, [self[name]]) for name in names if name in self.fields]


def _several(label: Any, choices: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    picker = forms.CheckboxSelectMultiple(attrs={"group": "picker"})
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=picker)
