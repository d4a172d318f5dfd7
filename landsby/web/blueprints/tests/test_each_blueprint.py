"""Every blueprint that comes along can be started and used at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from landsby.blueprint import builtin, load
from landsby.web.partnerships.models import Programme


@pytest.fixture(params=builtin())
def key(request) -> str:
    return request.param


@pytest.fixture
def client(operator, sign_in):
    return sign_in(operator)


@pytest.fixture
def started(client, key) -> Programme:
    client.post("/programmes/new/", {"blueprint": key, "name": "Prøve", "slug": "", "starts_on": "2020-01-01"})
    return Programme.objects.get()


def test_it_opens_with_all_its_pages(client, started):
    for page in ("home:programme", "overviews:picture", "activities:list", "activities:log", "blueprints:browse"):
        assert client.get(reverse(page, args=[started.slug])).status_code == 200, page


def test_all_its_roles_are_taken_over(started, key):
    assert list(started.roles.order_by("order").values_list("key", flat=True)) == list(load(key).roles)


def test_each_of_its_kinds_of_activity_has_a_form(client, started, key):
    for kind in load(key).activity_kinds:
        response = client.get(reverse("activities:new_of_kind", args=[started.slug, kind]))
        assert response.status_code == 200, kind
