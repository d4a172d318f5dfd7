"""One community: forming it, its outline, its page, changing it, and placing actors in it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import add_actor
from landsby.web.partnerships.models import Community

NEW = "/p/havneby/communities/new/"
RING = [[10.0, 55.0], [11.0, 55.0], [11.0, 56.0], [10.0, 56.0], [10.0, 55.0]]
OUTLINE = json.dumps({"type": "Polygon", "coordinates": [RING]})

pytestmark = pytest.mark.django_db


def told(world, **changes):
    return {"name": "Molen", "municipality": world.north.pk, "started_on": "2022-08-01", **changes}


def test_a_community_is_formed(secretariat, world):
    response = secretariat.post(NEW, told(world))
    formed = Community.objects.get(name="Molen")
    assert response.url == f"/communities/{formed.pk}/"
    assert (formed.municipality, formed.started_on, formed.outline) == (world.north, date(2022, 8, 1), None)
    assert AuditEntry.objects.about(formed).get().act == Act.CREATED


def test_an_outline_may_be_pasted_or_sent_as_a_file(secretariat, world):
    secretariat.post(NEW, told(world, outline=OUTLINE))
    file = SimpleUploadedFile("b.geojson", b"\xef\xbb\xbf" + OUTLINE.encode())
    secretariat.post(NEW, told(world, name="Broen", outline_file=file))
    outlines = Community.objects.exclude(outline=None).values_list("outline", flat=True)
    assert list(outlines) == [{"type": "Polygon", "coordinates": [RING]}] * 2


@pytest.mark.parametrize(
    ("changes", "field", "text"),
    [
        ({"name": ""}, "name", "Skriv noget her."),
        ({"name": "quay"}, "name", "allerede et lokalområde"),
        ({"name": "Familien 010190-1234"}, "name", "CPR"),
        ({"started_on": ""}, "started_on", "Vælg en dag."),
        ({"outline": "her"}, "outline", "linje 1"),
        ({"outline": '{"type": "Point", "coordinates": [1, 2]}'}, "outline", "Her står Point"),
        ({"municipality": "999999"}, "municipality", "gyldig"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(secretariat, world, changes, field, text):
    response = secretariat.post(NEW, told(world, **changes))
    assert response.status_code == 422
    assert text in str(response.context["form"].errors[field])
    assert response.context["form"]["name"].value() == changes.get("name", "Molen")
    assert Community.objects.count() == 3


def test_a_file_that_is_no_outline_is_refused_at_the_file(secretariat, world):
    response = secretariat.post(NEW, told(world, outline_file=SimpleUploadedFile("b.geojson", b"\xff\xfe")))
    assert "GeoJSON" in str(response.context["form"].errors["outline_file"])


def test_the_same_name_may_be_used_in_another_municipality(secretariat, world):
    assert secretariat.post(NEW, told(world, name="Quay", municipality=world.south.pk)).status_code == 302


def test_a_leader_forms_communities_in_their_own_municipality_only(leader, world):
    assert leader.post(NEW, told(world)).status_code == 302
    assert leader.post(NEW, told(world, name="Broen", municipality=world.south.pk)).status_code == 422


def test_the_page_shows_who_is_there_by_group_and_leads_to_the_activities(secretariat, world):
    page = secretariat.get(f"/communities/{world.quay.pk}/")
    groups = page.context["groups"]
    assert {actor.name for _title, _count, actors in groups for actor in actors} == {
        "Muslingen",
        "Kajskolen",
        "Havneby Sejlklub",
    }
    assert f"/p/havneby/activities/?community={world.quay.pk}" in page.content.decode()


def test_queries_of_the_page_do_not_grow_with_actors(secretariat, world, operator, queries):
    url = f"/communities/{world.quay.pk}/"
    few = queries(secretariat, url)
    for number in range(12):
        add_actor(
            programme=world.programme,
            kind="school",
            name=f"Skole {number}",
            community=world.quay,
            municipality=world.north,
            parent=world.school if number % 2 else None,
            by=operator,
        )
    assert queries(secretariat, url) == few


def test_a_community_is_changed(secretariat, world):
    url = f"/communities/{world.quay.pk}/change/"
    assert secretariat.get(url).context["form"]["name"].value() == "Quay"
    response = secretariat.post(
        url, {"name": "Kajen", "started_on": "2021-01-01", "ended_on": "2024-01-01", "outline": OUTLINE}
    )
    world.quay.refresh_from_db()
    assert response.url == f"/communities/{world.quay.pk}/"
    assert (world.quay.name, world.quay.ended_on) == ("Kajen", date(2024, 1, 1))
    detail = AuditEntry.objects.about(world.quay).of_acts(Act.CHANGED).get().detail
    assert detail == {"name": ["Quay", "Kajen"], "ended_on": ["", "2024-01-01"], "outline": ["", ""]}


def test_an_outline_stays_until_it_is_taken_away(secretariat, world):
    url = f"/communities/{world.quay.pk}/change/"
    same = {"name": "Quay", "started_on": "2021-01-01"}
    secretariat.post(url, {**same, "outline": OUTLINE})
    secretariat.post(url, same)
    world.quay.refresh_from_db()
    assert world.quay.outline is not None
    secretariat.post(url, {**same, "without_outline": "on"})
    world.quay.refresh_from_db()
    assert world.quay.outline is None


def test_an_end_before_the_start_is_refused(secretariat, world):
    url = f"/communities/{world.quay.pk}/change/"
    response = secretariat.post(url, {"name": "Quay", "started_on": "2024-01-01", "ended_on": "2023-01-01"})
    assert response.status_code == 422
    assert "Slutdagen" in str(response.context["form"].errors["ended_on"])


@pytest.fixture
def loose(world, operator):
    """Three actors in the north and one in the south that stand in no community."""
    return [
        add_actor(
            programme=world.programme,
            kind="kindergarten",
            name=f"Løs {number}",
            municipality=world.south if number == 3 else world.north,
            latitude=55.5,
            longitude=10.5 + number,
            by=operator,
        )
        for number in range(4)
    ]


def test_many_actors_are_placed_at_once(secretariat, world, loose):
    url = f"/communities/{world.hill.pk}/place/"
    field = secretariat.get(url).context["form"].fields["actors"]
    assert list(field.queryset) == loose[:3]
    response = secretariat.post(url, {"actors": [loose[0].pk, loose[2].pk]}, follow=True)
    assert "2 aktører er placeret i Hill" in response.content.decode()
    assert set(world.hill.actors.all()) == {world.hill_daycare, loose[0], loose[2]}
    assert AuditEntry.objects.about(loose[0]).of_acts(Act.CHANGED).get().detail == {"community": ["", "Hill"]}


def test_those_inside_the_outline_are_ticked_beforehand(secretariat, world, loose):
    world.hill.outline = json.loads(OUTLINE)
    world.hill.save()
    field = secretariat.get(f"/communities/{world.hill.pk}/place/").context["form"].fields["actors"]
    assert field.initial == [loose[0]]


def test_the_page_says_how_many_could_be_placed(secretariat, cast, sign_in, world, loose):
    world.hill.outline = json.loads(OUTLINE)
    world.hill.save()
    url = f"/communities/{world.hill.pk}/"
    page = secretariat.get(url).content.decode()
    assert "1 aktør uden lokalområde ligger inden for omridset." in page
    assert f'<a href="{url}place/">Placér den her</a>' in page
    assert "inden for omridset" not in sign_in(cast.pedagogue).get(url).content.decode()
    secretariat.post(f"{url}place/", {"actors": [loose[0].pk]})
    assert "inden for omridset" not in secretariat.get(url).content.decode()


def test_none_chosen_is_said(secretariat, world, loose):
    response = secretariat.post(f"/communities/{world.hill.pk}/place/", {"x": ""})
    assert response.status_code == 422
    assert "mindst én" in str(response.context["form"].errors["actors"])


def test_an_actor_that_is_placed_already_is_not_moved(secretariat, world, loose):
    response = secretariat.post(f"/communities/{world.hill.pk}/place/", {"actors": [world.school.pk]})
    assert response.status_code == 422


def test_queries_of_placing_do_not_grow_with_actors(secretariat, world, loose, operator, queries):
    url = f"/communities/{world.hill.pk}/place/"
    few = queries(secretariat, url)
    for number in range(12):
        add_actor(programme=world.programme, kind="school", name=f"S{number}", municipality=world.north, by=operator)
    assert queries(secretariat, url) == few
