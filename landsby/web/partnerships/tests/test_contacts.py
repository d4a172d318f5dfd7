"""Contacts: who may see them, that seeing is noted, adding and ending."""

from __future__ import annotations

import pytest

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import add_contact
from landsby.web.partnerships.models import Contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(world, operator):
    return add_contact(
        actor=world.daycare,
        name="Karen Kontakt",
        title="Leder",
        phone="12 34 56 78",
        email="k@landsby.example",
        by=operator,
    )


def url(world):
    return f"/actors/{world.daycare.pk}/"


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("secretariat", True),
        ("project_leader", True),
        ("daycare_leader", True),
        ("leisure_consultant", True),
        ("pedagogue", False),
        ("school_leader", False),
        ("evaluator", False),
    ],
)
def test_only_those_with_the_right_at_the_place_see_contacts(cast, sign_in, world, contact, who, sees):
    page = sign_in(getattr(cast, who)).get(url(world)).content.decode()
    assert ("Karen Kontakt" in page) == sees
    assert AuditEntry.objects.of_acts(Act.READ).exists() == sees


def test_that_contacts_were_read_is_noted(cast, sign_in, world, contact):
    sign_in(cast.daycare_leader).get(url(world))
    entry = AuditEntry.objects.of_acts(Act.READ).get()
    assert (entry.author, entry.thing, entry.label, entry.detail) == (
        "Daycare Leader",
        "partnerships.contact",
        "Muslingen",
        {"rows": 1},
    )


def test_where_there_is_nobody_to_read_of_nothing_is_noted(secretariat, world):
    assert "Ingen endnu" in secretariat.get(url(world)).content.decode()
    assert not AuditEntry.objects.of_acts(Act.READ).exists()


def test_a_contact_is_added_and_ended(secretariat, world):
    sent = {"name": "Bo", "title": "", "email": "bo@landsby.example", "phone": "+45 12345678"}
    assert secretariat.post(f"{url(world)}contacts/new/", sent).url == url(world)
    added = Contact.objects.get()
    assert (added.actor, added.email) == (world.daycare, "bo@landsby.example")
    secretariat.post(f"{url(world)}contacts/{added.pk}/end/")
    added.refresh_from_db()
    assert added.ended_on is not None
    assert "Bo" not in secretariat.get(url(world)).content.decode().split("<main")[1]


def test_removing_a_contact_is_asked_about_first(secretariat, world, contact):
    main, modals = secretariat.get(url(world)).content.decode().split("</main>")
    assert f'data-target="end-contact-{contact.pk}"' in main
    assert "/end/" not in main
    assert f'id="end-contact-{contact.pk}"' in modals
    assert "Fjern Karen Kontakt som kontaktperson?" in modals
    assert f'action="{url(world)}contacts/{contact.pk}/end/"' in modals


def correct(client, world, contact, **told):
    sent = {"name": contact.name, "title": contact.title, "email": contact.email, "phone": contact.phone, **told}
    return client.post(f"{url(world)}contacts/{contact.pk}/change/", sent)


def test_a_contact_is_corrected(leader, world, contact):
    page = leader.get(url(world)).content.decode()
    assert f'href="{url(world)}contacts/{contact.pk}/change/"' in page
    assert "12 34 56 78" in leader.get(f"{url(world)}contacts/{contact.pk}/change/").content.decode()
    assert correct(leader, world, contact, name="Karen Nyt Navn", phone="").url == url(world)
    contact.refresh_from_db()
    assert (contact.name, contact.phone, contact.title) == ("Karen Nyt Navn", "", "Leder")


def test_the_log_says_which_facts_were_corrected_and_keeps_none_of_them(secretariat, world, contact):
    correct(secretariat, world, contact, phone="87 65 43 21")
    entry = AuditEntry.objects.of_acts(Act.CHANGED).get()
    assert (entry.thing, entry.detail) == ("partnerships.contact", {"phone": ["", ""]})
    assert entry.detail_text == "telefon"
    correct(secretariat, world, Contact.objects.get())
    assert AuditEntry.objects.of_acts(Act.CHANGED).count() == 1


def test_opening_a_contact_to_correct_it_is_noted_as_reading(secretariat, world, contact):
    secretariat.get(f"{url(world)}contacts/{contact.pk}/change/")
    entry = AuditEntry.objects.of_acts(Act.READ).get()
    assert (entry.author, entry.thing_key) == ("Secretariat", str(contact.pk))


def test_who_may_not_see_contacts_may_not_correct_them(leader, world, contact):
    role = world.programme.roles.get(key="project_leader")
    role.rights = [right for right in role.rights if right != "see_contacts"]
    role.save()
    assert leader.get(f"{url(world)}contacts/{contact.pk}/change/").status_code == 403
    assert correct(leader, world, contact, name="Anden").status_code == 403


def test_a_slip_is_shown_and_nothing_typed_is_lost(secretariat, world, contact):
    response = correct(secretariat, world, contact, name="Karen Ny", phone="ring bare")
    assert response.status_code == 422
    assert "Karen Ny" in response.content.decode()
    contact.refresh_from_db()
    assert contact.name == "Karen Kontakt"


@pytest.mark.parametrize(("field", "value"), [("email", "bo"), ("phone", "ring bare"), ("name", "")])
def test_what_is_wrong_stands_at_its_field(secretariat, world, field, value):
    response = secretariat.post(f"{url(world)}contacts/new/", {"name": "Bo", field: value})
    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_a_contact_of_another_actor_or_that_ended_is_not_found(secretariat, world, contact):
    for verb in ("end", "change"):
        assert secretariat.post(f"/actors/{world.school.pk}/contacts/{contact.pk}/{verb}/").status_code == 404
    assert secretariat.post(f"{url(world)}contacts/{contact.pk}/end/").status_code == 302
    for verb in ("end", "change"):
        assert secretariat.post(f"{url(world)}contacts/{contact.pk}/{verb}/").status_code == 404


def test_queries_do_not_grow_with_contacts(secretariat, world, contact, operator, queries):
    few = queries(secretariat, url(world))
    for number in range(10):
        add_contact(actor=world.daycare, name=f"Kontakt {number}", by=operator)
    assert queries(secretariat, url(world)) == few
