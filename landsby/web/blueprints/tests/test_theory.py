"""Redrawing a theory of change: kept as a version, compared, and never over somebody else's."""

from __future__ import annotations

from html import unescape
from types import SimpleNamespace

import pytest
from django.test import Client

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import adopt_version, receive_version
from landsby.web.blueprints.models import (
    TheoryDraft,
    TheoryVersion,
    blueprint_of,
    chart_today,
    forget_blueprint,
    in_force,
)
from landsby.web.blueprints.upgrading import upgrade_by
from landsby.web.partnerships.actions import give_membership
from landsby.web.partnerships.models import Programme

EDIT = "/p/havneby/theory/tide_theory/edit/"
VERSIONS = "/p/havneby/theory/tide_theory/versions/"


def typed(programme: Programme, node_id: str, **otherwise: object) -> dict[str, object]:
    """What the form of a box sends, with some of it changed."""
    node = chart_of(programme).nodes[node_id]
    told = {
        "title_da": node.title.da,
        "title_en": node.title.en,
        "stage": node.stage,
        "lane": node.lane or "",
        "leads_to": [arrow.to for arrow in node.leads_to],
        "activity_kinds": node.activity_kinds,
        "tracks": node.tracks,
        "goals": node.goals,
        "offers": node.offers,
        **{f"rests-{arrow.to}": arrow.assumptions for arrow in node.leads_to},
    }
    if node.horizon:
        told |= {"first_year": node.horizon.first_year, "last_year": node.horizon.last_year}
    return told | otherwise


def chart_of(programme: Programme):
    forget_blueprint(programme)
    return chart_today(programme, "tide_theory")


@pytest.fixture
def secretariat(cast: SimpleNamespace, sign_in) -> Client:
    return sign_in(cast.secretariat)


@pytest.fixture
def colleague(cast, world, operator: User, sign_in) -> Client:
    user = User.objects.create_user("second@landsby.example", name="Second")
    give_membership(user=user, role=world.programme.roles.get(key="secretariat"), place=world.programme, by=operator)
    return sign_in(user)


def save(client: Client, note: str = "Vi blev klogere"):
    return client.post(EDIT, {"note": note})


def test_the_theory_that_came_with_the_blueprint_is_the_first_version(world):
    [version] = TheoryVersion.objects.of(world.programme, "tide_theory")
    assert version.chart.content_hash == chart_of(world.programme).content_hash
    assert version.note == ""


def test_boxes_arrows_and_years_are_redrawn_and_saved_as_one_version(world, cast, secretariat):
    programme = world.programme
    new = {"title_da": "Både til alle", "title_en": "Boats for all", "stage": "output", "leads_to": ["harbour_friends"]}
    added = secretariat.post(f"{EDIT}box/", new)
    assert added["Location"] == EDIT
    secretariat.post(f"{EDIT}box/", new)  # a second press
    changed = typed(programme, "lent_boats", title_da="Delte både", leads_to=[], first_year=0, last_year=2)
    assert secretariat.post(f"{EDIT}box/lent_boats/", changed).status_code == 302
    assert secretariat.post(f"{EDIT}box/full_shelves/remove/").status_code == 302
    assert chart_of(programme).nodes["lent_boats"].title.da == "Lånte både", "nothing holds before it is saved"
    assert save(secretariat)["Location"] == "/p/havneby/theory/tide_theory/"
    chart = chart_of(programme)
    assert chart.nodes["lent_boats"].title.da == "Delte både"
    assert chart.nodes["own_bade_til_alle"].leads_to[0].to == "harbour_friends"
    assert len(chart.nodes) == 7
    assert "full_shelves" not in chart.nodes
    assert blueprint_of(programme).theory_nodes["full_shelves"].ended_on is not None, "it has ended and is not deleted"
    version, first = TheoryVersion.objects.of(programme, "tide_theory")
    assert (version.note, version.author) == ("Vi blev klogere", cast.secretariat)
    assert not TheoryDraft.objects.exists()
    text = unescape(secretariat.get(f"/p/havneby/theory/tide_theory/compare/?from={first.pk}").content.decode())
    for told in ("+ Ny", "– Væk", "± Ændret", "Både til alle", "Fyldte reoler", "Delte både"):
        assert told in text


def test_an_earlier_version_can_be_brought_back(world, secretariat):
    programme = world.programme
    secretariat.post(f"{EDIT}box/full_shelves/remove/")
    save(secretariat)
    first = TheoryVersion.objects.of(programme, "tide_theory").last()
    secretariat.post(f"/p/havneby/theory/tide_theory/theory-versions/{first.pk}/take-up/")
    save(secretariat)
    assert chart_of(programme).content_hash == first.content_hash


@pytest.mark.parametrize(
    ("node", "otherwise", "said"),
    [
        ("dares_the_water", {"leads_to": ["lent_boats"]}, "peger baglæns"),
        ("harbour_friends", {"stage": "output", "leads_to": ["knows_the_town"]}, "Pilene går i ring"),
        ("lent_boats", {"first_year": 4, "last_year": 2}, "Det sidste år ligger før det første"),
        ("lent_boats", {"title_da": "Ring 010190-1234"}, "CPR-nummer"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(world, secretariat, node, otherwise, said):
    page = secretariat.post(
        f"{EDIT}box/{node}/",
        typed(world.programme, node, summary_da="Mine egne ord", **otherwise) | {"summary_en": "My own words"},
    )
    assert page.status_code == 422
    text = unescape(page.content.decode())
    assert said in text
    assert "Mine egne ord" in text
    assert not TheoryDraft.objects.exists()


def test_two_at_once_see_each_other_and_overwrite_nothing(world, secretariat, colleague):
    programme = world.programme
    mine = typed(programme, "lent_boats", title_da="Mine både")
    secretariat.post(f"{EDIT}box/lent_boats/", mine)
    colleague.post(f"{EDIT}box/lent_boats/", typed(programme, "lent_boats", title_da="Deres både"))
    colleague.post(f"{EDIT}box/knows_the_town/", typed(programme, "knows_the_town", title_da="Børn kender hver krog"))
    save(colleague)
    refused = save(secretariat)
    assert refused.status_code == 422
    text = unescape(refused.content.decode())
    assert "En anden har gemt en ny version imens" in text
    assert "Deres" in text
    assert "Mine" in text
    assert chart_of(programme).nodes["lent_boats"].title.da == "Deres både"
    secretariat.post(f"{EDIT}lay-over/")
    assert "Den anden har også ændret: Mine både" in unescape(secretariat.get(EDIT).content.decode())
    save(secretariat)
    nodes = chart_of(programme).nodes
    assert nodes["lent_boats"].title.da == "Mine både"
    assert nodes["knows_the_town"].title.da == "Børn kender hver krog"


def test_only_those_who_lead_the_whole_programme_redraw(cast, world, sign_in):
    assert sign_in(cast.project_leader).get(EDIT).status_code == 403
    assert sign_in(cast.stranger).get(VERSIONS).status_code == 404
    assert sign_in(cast.pedagogue).get(VERSIONS).status_code == 200


def test_a_new_version_of_the_blueprint_leaves_what_was_redrawn(world, blueprint: Blueprint, cast, secretariat):
    programme = world.programme
    secretariat.post(f"{EDIT}box/lent_boats/", typed(programme, "lent_boats", title_da="Delte både"))
    secretariat.post(f"{EDIT}box/", {"title_da": "Vores kasse", "title_en": "Our box", "stage": "outcome"})
    save(secretariat)
    data = blueprint.to_data()
    nodes = [each | ({"order": 45} if each["id"] == "knows_the_town" else {}) for each in data["theory_nodes"]]
    later = Blueprint.from_data({**data, "theory_nodes": nodes, "blueprint": {**data["blueprint"], "version": "2"}})
    draft = receive_version(programme=programme, blueprint=later, file_name="two.zip", by=cast.secretariat)
    forget_blueprint(programme)
    seal = upgrade_by(programme, later, {}, in_force(programme).adopted_at.date()).seal
    adopt_version(draft=draft, by_hand={}, seen=seal, by=cast.secretariat)
    chart = chart_of(programme)
    assert chart.nodes["lent_boats"].title.da == "Delte både"
    assert "own_vores_kasse" in chart.nodes
    assert TheoryVersion.objects.of(programme, "tide_theory").count() == 3
