"""The portfolio as a whole: the board, the list with its files, the timeline, and what is shared across tracks."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.initiatives.actions import change_stage, register_coverage
from landsby.web.initiatives.models import Initiative, InitiativeLink, StageChange
from landsby.web.initiatives.stages import Stage
from landsby.web.initiatives.tests.factories import A_DAY, an_initiative

URL = "/p/havneby/initiatives/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def portfolio(world, cast):
    """Stories that spread, boxes of books that are postponed, and an idea."""
    by = cast.secretariat
    stories = an_initiative(world, by, stage=Stage.SPREADING, partners=(world.school, world.club))
    books = an_initiative(
        world, by, title="Bogkasser", effort=5, partners=(world.club,), links={"goals": ("wet_feet",)}
    )
    change_stage(initiative=books, to=Stage.POSTPONED, on=date(2023, 9, 1), why="Ingen kan køre kasserne.", by=by)
    idea = an_initiative(world, by, title="Sange på færgen", links={"tracks": ("harbour_life",)})
    return stories, books, idea


def text_of(response):
    return response.content.decode()


def test_the_board_has_a_column_for_each_stage_and_says_why_something_is_postponed(portfolio, cast, sign_in):
    response = sign_in(cast.secretariat).get(URL)
    standing = {column.stage: column.count for column in response.context["columns"]}
    assert standing == {**dict.fromkeys(Stage, 0), Stage.SPREADING: 1, Stage.POSTPONED: 1, Stage.IDEA: 1}
    assert "Ingen kan køre kasserne." in text_of(response)


def test_a_card_says_how_many_of_those_it_is_meant_for_do_it(portfolio, world, cast, sign_in):
    register_coverage(initiative=portfolio[0], actors=[world.daycare], started_on=A_DAY, by=cast.secretariat)
    assert "1 af 2 gør det" in text_of(sign_in(cast.secretariat).get(URL))


def test_the_board_is_narrowed_by_goal_and_by_words(portfolio, cast, sign_in):
    client = sign_in(cast.secretariat)
    assert client.get(f"{URL}?goal=wet_feet").context["found"] == 1
    assert client.get(f"{URL}?q=sange").context["found"] == 1


def test_a_move_is_the_stage_action_and_only_the_two_columns_come_back(portfolio, cast, sign_in):
    idea = portfolio[2]
    client = sign_in(cast.secretariat)
    menu = client.get(f"/initiatives/{idea.pk}/move/?partial=menu", headers=HTMX)
    assert 'value="trial"' in text_of(menu)
    moved = client.post(f"/initiatives/{idea.pk}/move/", {"to": "trial"}, headers=HTMX)
    assert 'id="stage-idea"' in text_of(moved)
    assert 'id="stage-trial"' in text_of(moved)
    assert 'id="stage-spreading"' not in text_of(moved)
    assert idea.stage_changes.count() == 2


def test_a_move_that_needs_more_opens_the_form_that_says_what(portfolio, cast, sign_in):
    idea = portfolio[2]
    client = sign_in(cast.secretariat)
    answer = client.post(f"/initiatives/{idea.pk}/move/", {"to": "stopped"}, headers=HTMX)
    assert answer["HX-Redirect"] == f"/initiatives/{idea.pk}/stage/?to=stopped"
    form = client.get(answer["HX-Redirect"])
    assert form.status_code == 200
    assert "Skriv, hvorfor den stoppes" in text_of(form)
    plain = client.post(f"/initiatives/{idea.pk}/move/", {"to": "nowhere"})
    assert plain.status_code == 302
    assert Initiative.objects.get(pk=idea.pk).stage == Stage.IDEA


def test_without_the_script_a_move_leads_back_to_the_card(portfolio, cast, sign_in):
    idea = portfolio[2]
    answer = sign_in(cast.secretariat).post(f"/initiatives/{idea.pk}/move/", {"to": "trial"})
    assert answer["Location"] == f"{URL}#card-{idea.pk}"


def test_what_is_put_aside_is_one_choice_and_its_why_is_in_the_file(portfolio, cast, sign_in):
    client = sign_in(cast.secretariat)
    response = client.get(f"{URL}list/?stage=aside")
    assert [row.title for row in response.context["listing"].page] == ["Bogkasser"]
    assert "Ingen kan køre kasserne." in text_of(response)
    file = client.get(f"{URL}export/csv/?stage=aside")
    lines = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "Ingen kan køre kasserne." in lines[1]


def test_with_few_initiatives_the_summary_claims_no_pattern(portfolio, cast, sign_in):
    assert "for få til at se et mønster" in text_of(sign_in(cast.secretariat).get(f"{URL}list/"))


def test_the_timeline_draws_each_time_at_a_stage_and_tells_it_in_a_table(portfolio, cast, sign_in):
    response = sign_in(cast.secretariat).get(f"{URL}timeline/")
    row = next(row for row in response.context["rows"] if row.initiative.title == "Bogkasser")
    assert [(each.stage, each.until) for each in row.stretches] == [
        (Stage.IDEA, date(2023, 9, 1)),
        (Stage.POSTPONED, None),
    ]


def test_the_matrix_counts_what_two_share_and_a_cell_shows_who(portfolio, world, cast, sign_in):
    stories, books, _idea = portfolio
    client = sign_in(cast.secretariat)
    pairs = client.get(f"{URL}matrix/?across=yes").context["sharing"].pairs
    assert [(pair.first, pair.second, pair.strength, pair.is_across) for pair in pairs] == [(books, stories, 1, True)]
    shared = client.get(f"/initiatives/{books.pk}/shared/?with={stories.pk}&partial=shared", headers=HTMX)
    assert "Havneby Sejlklub" in text_of(shared)
    assert client.get(f"/initiatives/{books.pk}/shared/?with={books.pk}").status_code == 302


def test_two_thousand_initiatives_ask_no_more_questions_than_three(portfolio, world, cast, sign_in):
    client, pages = sign_in(cast.secretariat), ["", "list/", "timeline/", "matrix/"]
    few = {page: asked(client, f"{URL}{page}") for page in pages}
    grow_to(2000, world)
    many = {page: asked(client, f"{URL}{page}") for page in pages}
    assert {page: many[page] for page in pages if many[page] > few[page]} == {}


def asked(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as context:
        response = client.get(url)
        assert response.status_code == 200
        if response.streaming:
            b"".join(response.streaming_content)
    return len(context)


def grow_to(many, world):
    """So many more, spread over the stages, each with a link and a change of stage."""
    rows = Initiative.objects.bulk_create(
        Initiative(
            programme=world.programme, title=f"Nr. {number}", stage=list(Stage)[number % 7], effort=number % 5 + 1
        )
        for number in range(many)
    )
    InitiativeLink.objects.bulk_create(InitiativeLink(initiative=row, folder="goals", key="story_time") for row in rows)
    StageChange.objects.bulk_create(StageChange(initiative=row, to_stage=row.stage, on=A_DAY) for row in rows)
