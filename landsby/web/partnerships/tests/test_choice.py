"""How a community was chosen is told on its page."""

from __future__ import annotations


def _text(response):
    return " ".join(response.content.decode().split())


def test_the_reasons_stand_on_the_communitys_page(world, cast, sign_in):
    told = {"few_resources": "on", "strong_associations": "on", "source": "Børnedatabasen, 2019"}

    shown = _text(sign_in(cast.project_leader).post(f"/communities/{world.quay.pk}/choice/", told, follow=True))

    assert "Valgt på grund af få ressourcer, et stærkt foreningsliv." in shown
    assert "Børnedatabasen, 2019" in shown
    assert "Valgt på grund af" in _text(sign_in(cast.evaluator).get(f"/communities/{world.quay.pk}/"))


def test_a_choice_without_a_reason_is_asked_for_one(world, cast, sign_in):
    answer = sign_in(cast.project_leader).post(f"/communities/{world.quay.pk}/choice/", {"source": "Et møde"})

    assert answer.status_code == 422
    assert "Vælg mindst én grund" in _text(answer)
    assert 'value="Et møde"' in _text(answer)
