"""A link that is opened by somebody else than the one who was invited."""

from __future__ import annotations

import pytest

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.actions import accept_invitation, invite
from landsby.web.partnerships.models import Invitation

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(world, cast):
    """An invitation to an address, and its link."""

    def to(email):
        role = world.programme.roles.get(key="pedagogue")
        _held, token = invite(email=email, name="Ny Person", role=role, place=world.daycare, by=cast.secretariat)
        return f"/invitations/{token}/"

    return to


def test_the_page_says_whom_it_is_for_and_who_is_signed_in(invited, cast, sign_in):
    page = sign_in(cast.evaluator).get(invited("ny@landsby.example")).content.decode()
    assert "Ny Person er inviteret" in page
    assert "Du er logget ind som Evaluator (evaluator@landsby.example)." in page
    assert "Log af, og kom ind som Ny Person" in page
    assert "Tag imod som Evaluator" in page
    assert "Ja tak" not in page


def test_whoever_signs_out_comes_back_to_the_link_as_nobody(invited, cast, sign_in):
    link, client = invited("ny@landsby.example"), sign_in(cast.evaluator)
    page = client.post("/sign-out/", {"next": link}, follow=True)
    assert page.redirect_chain[-1][0] == link
    assert "Lav din konto" in page.content.decode()


def test_nobody_answers_without_saying_as_whom(invited, cast, sign_in):
    link, client = invited("ny@landsby.example"), sign_in(cast.evaluator)
    for said in ({}, {"as": cast.stranger.pk}, {"as": ""}):
        page = client.post(link, said)
        assert (page.status_code, page.context["is_theirs"]) == (422, False)
    assert Invitation.objects.get().accepted_at is None


def test_whoever_says_that_it_is_them_gets_the_role_and_the_log_says_it(invited, cast, sign_in):
    link = invited("ny@landsby.example")
    assert sign_in(cast.evaluator).post(link, {"as": cast.evaluator.pk}).url == "/p/havneby/"
    assert cast.evaluator.memberships.filter(role__key="pedagogue").count() == 1
    entry = AuditEntry.objects.about(Invitation.objects.get()).of_acts(Act.CHANGED).get()
    assert entry.detail["taken_by"] == ["Ny Person", "Evaluator"]


def test_when_the_one_invited_has_an_account_nobody_else_takes_it(invited, cast, sign_in):
    link, client = invited(cast.stranger.email), sign_in(cast.evaluator)
    page = client.get(link).content.decode()
    assert "Log af, og kom ind som Ny Person" in page
    assert "Tag imod som" not in page
    answer = client.post(link, {"as": cast.evaluator.pk})
    assert answer.status_code == 410
    assert "som selv har en konto" in answer.content.decode()
    with pytest.raises(Blocked):
        accept_invitation(invitation=Invitation.objects.get(), by=cast.evaluator)
    assert cast.evaluator.memberships.count() == 1


def test_the_case_of_an_address_makes_nobody_another(invited, cast, sign_in):
    page = sign_in(cast.stranger).get(invited("STRANGER@Landsby.example"))
    assert page.context["is_theirs"]
