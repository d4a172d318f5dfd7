"""A trial is run, told of and kept, and what was tried goes into operation across three daycares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from landsby.web.initiatives.actions import begin_initiative
from landsby.web.initiatives.details import InitiativeDetails
from landsby.web.initiatives.models import ACTOR_KINDS, Initiative
from landsby.web.partnerships.models import Actor, Membership
from tests.journeys.steps import DANISH, Words, become, heading
from tests.journeys.ways import in_two_ways


@dataclass(frozen=True)
class TrialWords:
    """What this journey looks for, in one language."""

    new_trial: str
    write_down: str
    tell: str
    adopt: str
    learn_first: str
    thanks: str
    register: str
    add: str
    three: str
    move: str
    move_it: str
    in_operation: str
    lacks: str
    see_points: str
    stands: str


IN_DANISH = TrialWords(
    new_trial="Ny prøvehandling",
    write_down="Skriv den ned",
    tell="Fortæl, hvordan det gik",
    adopt="Gør det til hverdag",
    learn_first="Skriv, hvad I lærte",
    thanks="Tak. Det kan andre lære af.",
    register="Registrér, hvem der er med",
    add="Tilføj dem",
    three="3 flere er med.",
    move="Flyt indsatsen",
    move_it="Flyt den",
    in_operation="I drift",
    lacks="Sæt kryds",
    see_points="Se, hvad der skal være på plads før drift",
    stands="Nu står den her: I drift.",
)
IN_ENGLISH = TrialWords(
    new_trial="New trial",
    write_down="Write it down",
    tell="Tell how it went",
    adopt="Make it everyday",
    learn_first="Write what you learnt",
    thanks="Thank you. Others can learn from that.",
    register="Register who does it",
    add="Add them",
    three="3 more do it.",
    move="Move the initiative",
    move_it="Move it",
    in_operation="In operation",
    lacks="Tick",
    see_points="See what must be in place before operation",
    stands="Now it stands here: In operation.",
)


@pytest.fixture
def song(site: str) -> Initiative:
    """An initiative of the demo's programme that nobody has tried yet, with a checklist before operation."""
    secretary = Membership.objects.filter(role__key="secretariat", actor=None).order_by("pk").first()
    programme = secretary.role.programme
    told = InitiativeDetails(
        title="En sang på vej ud",
        links={ACTOR_KINDS: ("kindergarten",), "checklists": ("ready_for_operation",)},
        newness="new",
    )
    return begin_initiative(programme=programme, details=told, by=secretary.user)


@in_two_ways
def test_a_trial_leads_into_operation_across_three_daycares(
    visitor: Callable[..., Page], axe: Callable[[Page], None], song: Initiative, size: dict, words: Words
) -> None:
    # Given the secretariat at an initiative that is an idea
    told = IN_DANISH if words is DANISH else IN_ENGLISH
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"/initiatives/{song.pk}/")
    heading(page, song.title)
    axe(page)

    # When a trial is begun at a daycare
    houses = list(Actor.objects.of(song.programme).of_kinds(["kindergarten"]).order_by("pk")[:3])
    page.get_by_role("link", name=told.new_trial).click()
    axe(page)
    page.locator("#id_question").fill("Kommer alle med ud?")
    page.locator("#id_actor").select_option(str(houses[0].pk))
    page.get_by_role("button", name=told.write_down).click()
    heading(page, "Kommer alle med ud?")
    axe(page)

    # Then nobody keeps it before it is told what was learnt
    page.get_by_role("link", name=told.tell).click()
    page.get_by_label(told.adopt, exact=True).check()
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.get_by_text(told.learn_first).first).to_be_visible()
    axe(page)
    page.locator("#id_learned").fill("Når sangen er den samme, kommer de stille også med.")
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.get_by_text(told.thanks)).to_be_visible()

    # And when three daycares do it
    page.goto(f"/initiatives/{song.pk}/")
    page.get_by_role("link", name=told.register).click()
    axe(page)
    for house in houses:
        page.locator(f"input[name=actors][value='{house.pk}']").check()
    page.get_by_role("button", name=told.add).click()
    expect(page.get_by_text(told.three)).to_be_visible()

    # Then operation still asks for what must be in place
    page.get_by_role("link", name=told.move).click()
    page.get_by_label(told.in_operation, exact=True).check()
    page.get_by_role("button", name=told.move_it).click()
    expect(page.get_by_text(told.lacks).first).to_be_visible()
    axe(page)

    # And once it is, the initiative is in operation
    page.goto(f"/initiatives/{song.pk}/")
    page.get_by_role("link", name=told.see_points).click()
    axe(page)
    for box in page.locator("input[name=points]").all():
        box.check()
    page.get_by_role("button", name=words.save, exact=True).click()
    page.get_by_role("link", name=told.move).click()
    page.get_by_label(told.in_operation, exact=True).check()
    page.get_by_role("button", name=told.move_it).click()
    expect(page.get_by_text(told.stands)).to_be_visible()
    expect(page.locator(".stage-way [aria-current=step]")).to_contain_text(told.in_operation)
    axe(page)
