"""One actor: its page, adding and correcting it, and the turns that it takes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import add_actor, close_actor, merge_actor, rename_actor
from landsby.web.partnerships.models import Actor

NEW = "/p/havneby/actors/new/"

pytestmark = pytest.mark.django_db


def url(actor, verb=""):
    return f"/actors/{actor.pk}/{verb}"


def told(world, **changes):
    return {"kind": "library", "name": "Havnebiblioteket", "municipality": world.north.pk, **changes}


def test_the_page_tells_what_is_known(secretariat, world, operator):
    part = add_actor(programme=world.programme, kind="school", name="Kajskolen Nord", parent=world.school, by=operator)
    rename_actor(actor=world.school, name="Kajens Skole", on=date(2023, 8, 1), by=operator)
    merge_actor(actor=world.bay_school, into=world.school, on=date(2024, 1, 1), by=operator)
    page = secretariat.get(url(world.school)).content.decode()
    for text in ("Kajens Skole", "Kajskolen (indtil 1. aug. 2023)", "Bugtskolen", f"/actors/{part.pk}/", "Quay"):
        assert text in page
    assert f"/p/havneby/activities/?actor={world.school.pk}" in page
    assert "Lagt sammen 1. jan. 2024" in secretariat.get(url(world.bay_school)).content.decode()


def test_what_one_may_not_do_is_not_offered(cast, sign_in, world):
    page = sign_in(cast.pedagogue).get(url(world.daycare)).content.decode()
    assert "/change/" not in page
    assert "Kontaktpersoner" not in page


def test_an_actor_is_added(secretariat, world):
    response = secretariat.post(
        NEW, told(world, community=world.quay.pk, postcode="9000", latitude="55,5", longitude="10.5")
    )
    added = Actor.objects.get(name="Havnebiblioteket")
    assert response.url == url(added)
    assert (added.kind, added.community, added.latitude, added.longitude) == ("library", world.quay, 55.5, 10.5)


def test_the_community_tells_the_municipality(secretariat, world):
    secretariat.post(NEW, told(world, municipality="", community=world.bay.pk))
    assert Actor.objects.get(name="Havnebiblioteket").municipality == world.south


def test_the_secretariat_may_add_an_actor_of_the_whole_programme(secretariat, world):
    assert secretariat.post(NEW, told(world, municipality="")).status_code == 302


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"kind": "spaceship"}, "kind"),
        ({"postcode": "900"}, "postcode"),
        ({"latitude": "55"}, "longitude"),
        ({"latitude": "95", "longitude": "10"}, "latitude"),
        ({"latitude": "nord", "longitude": "10"}, "latitude"),
        ({"name": "Karl 010190-1234"}, "name"),
        ({"opened_on": "i går"}, "opened_on"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(secretariat, world, changes, field):
    response = secretariat.post(NEW, told(world, town="Havneby", **changes))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert response.context["form"]["town"].value() == "Havneby"
    assert Actor.objects.count() == 5


def test_places_must_fit_each_other(secretariat, world):
    response = secretariat.post(NEW, told(world, community=world.bay.pk))
    assert "Bay ligger i Sydhavn" in str(response.context["form"].errors["community"])


def test_a_number_is_used_once(secretariat, world):
    secretariat.post(NEW, told(world, register_id="77"))
    response = secretariat.post(NEW, told(world, name="En anden", register_id="77"))
    assert "Havnebiblioteket" in str(response.context["form"].errors["register_id"])


def test_a_leader_adds_in_their_own_municipality_only(leader, world):
    assert leader.post(NEW, told(world)).status_code == 302
    assert leader.post(NEW, told(world, name="B", municipality=world.south.pk)).status_code == 422
    assert leader.post(NEW, told(world, name="C", municipality="")).status_code == 422


def test_an_actor_is_corrected_and_the_change_is_noted(secretariat, world):
    page = secretariat.get(url(world.school, "change/"))
    assert page.context["form"]["name"].value() == "Kajskolen"
    sent = {"kind": "school", "name": "Kajskolen", "municipality": world.north.pk, "address": "Kajen 1"}
    assert secretariat.post(url(world.school, "change/"), sent).url == url(world.school)
    world.school.refresh_from_db()
    assert (world.school.address, world.school.community) == ("Kajen 1", None)
    detail = AuditEntry.objects.about(world.school).of_acts(Act.CHANGED).get().detail
    assert detail["address"] == ["", "Kajen 1"]


def test_departments_stand_one_level_deep(secretariat, world, operator):
    part = add_actor(
        programme=world.programme,
        kind="school",
        name="Nord",
        parent=world.school,
        municipality=world.north,
        by=operator,
    )
    sent = {"kind": "school", "name": "X", "municipality": world.north.pk}
    assert secretariat.post(NEW, {**sent, "parent": part.pk}).status_code == 422
    response = secretariat.post(url(world.school, "change/"), {**sent, "parent": world.bay_school.pk})
    assert "hovedinstitutionen" in str(response.context["form"].errors["parent"])
    assert secretariat.post(url(world.school, "change/"), {**sent, "parent": world.school.pk}).status_code == 422


def test_a_new_name_keeps_the_old_one(secretariat, world):
    assert (
        secretariat.post(url(world.school, "rename/"), {"name": "Kajens Skole", "on": "2023-08-01"}).status_code == 302
    )
    world.school.refresh_from_db()
    assert world.school.name == "Kajens Skole"
    assert [(f.name, f.until_on) for f in world.school.former_names.all()] == [("Kajskolen", date(2023, 8, 1))]


def test_a_new_name_is_another_name(secretariat, world):
    response = secretariat.post(url(world.school, "rename/"), {"name": " Kajskolen ", "on": "2023-08-01"})
    assert response.status_code == 422
    assert "Det hedder Kajskolen allerede" in str(response.context["form"].errors["name"])
    assert not world.school.former_names.exists()


def test_a_day_that_has_passed_is_told_as_passed(secretariat, world):
    tomorrow = timezone.localdate() + timedelta(days=1)
    closing = secretariat.post(url(world.school, "close/"), {"closed_on": str(tomorrow)}, follow=True)
    assert "Kajskolen lukker" in closing.content.decode()
    assert "Lukker " in closing.content.decode()
    secretariat.post(url(world.bay_school, "close/"), {"closed_on": "2024-05-01"})
    assert "Lukket fra 1. maj 2024" in secretariat.get(url(world.bay_school)).content.decode()
    listed = secretariat.get("/p/havneby/actors/?state=all").content.decode()
    assert "lukket fra 1. maj 2024" in listed


def test_an_actor_does_not_close_before_the_programme_began(secretariat, world):
    response = secretariat.post(url(world.school, "close/"), {"closed_on": "1924-07-31"})
    assert response.status_code == 422
    assert "programmets første dag" in str(response.context["form"].errors["closed_on"])


def test_an_actor_closes_and_opens_again(secretariat, world):
    secretariat.post(url(world.school, "close/"), {"closed_on": "2024-07-31"})
    world.school.refresh_from_db()
    assert world.school.closed_on == date(2024, 7, 31)
    assert "Åbn igen" in secretariat.get(url(world.school)).content.decode()
    secretariat.post(url(world.school, "reopen/"))
    world.school.refresh_from_db()
    assert world.school.closed_on is None


def test_an_actor_does_not_close_twice_or_before_it_opened(secretariat, world, operator):
    close_actor(actor=world.school, on=date(2024, 1, 1), by=operator)
    response = secretariat.post(url(world.school, "close/"), {"closed_on": "2024-07-31"})
    assert "allerede lukket" in str(response.context["form"].errors["closed_on"])
    Actor.objects.filter(pk=world.daycare.pk).update(opened_on=date(2022, 1, 1))
    response = secretariat.post(url(world.daycare, "close/"), {"closed_on": "2021-07-31"})
    assert response.status_code == 422


def test_two_actors_are_merged(secretariat, world):
    sent = {"into": world.bay_school.pk, "closed_on": "2024-08-01"}
    assert secretariat.post(url(world.school, "merge/"), sent).url == url(world.bay_school)
    world.school.refresh_from_db()
    assert (world.school.merged_into, world.school.closed_on) == (world.bay_school, date(2024, 8, 1))


def test_a_closed_actor_carries_nobody_on(secretariat, world, operator):
    tomorrow = timezone.localdate() + timedelta(days=1)
    close_actor(actor=world.bay_school, on=tomorrow, by=operator)
    sent = {"into": world.bay_school.pk, "closed_on": str(tomorrow)}
    response = secretariat.post(url(world.school, "merge/"), sent)
    assert "Bugtskolen er lukket" in str(response.context["form"].errors["into"])


@pytest.mark.parametrize("verb", ["rename/", "close/", "merge/", "contacts/new/"])
def test_the_short_forms_are_shown(secretariat, world, verb):
    assert world.school.name in secretariat.get(url(world.school, verb)).content.decode()


def test_queries_of_the_page_do_not_grow(secretariat, world, operator, queries):
    few = queries(secretariat, url(world.school))
    for number in range(10):
        rename_actor(actor=world.school, name=f"Kajskolen {number}", on=date(2023, 1, 1 + number), by=operator)
        add_actor(programme=world.programme, kind="school", name=f"N{number}", parent=world.school, by=operator)
    assert queries(secretariat, url(world.school)) == few
