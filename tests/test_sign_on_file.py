"""The file that names the municipalities which sign their own people in."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from landsby.config.sign_on import origins, providers, read_sign_ons

GOOD = """
[[sign_on]]
id = "north"
name = "Nordhavn Kommune"
issuer = "https://login.north.example/tenant/"
client_id = "landsby"
client_secret = "secret"
programme = "havneby"
municipality = "0901"
sign_in_hosts = ["https://second.north.example"]
roles_claim = "groups"
[sign_on.roles]
"Landsby, leaders" = "project_leader"
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sign_on.toml"


def test_a_file_names_them(file):
    file.write_text(GOOD)
    sign_ons = read_sign_ons(str(file))
    assert sign_ons["north"].roles == {"Landsby, leaders": "project_leader"}
    assert not sign_ons["north"].has_second_factor
    (app,) = providers(sign_ons.values())["openid_connect"]["APPS"]
    assert app["settings"]["server_url"] == "https://login.north.example/tenant"
    assert origins(sign_ons.values()) == ["https://login.north.example", "https://second.north.example"]


def test_without_a_file_there_are_none():
    assert read_sign_ons("") == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("[[sign_on]]", "[[sign_on"), "sign_on.toml"),
        (('municipality = "0901"', "municipality = 901"), "municipality"),
        (('issuer = "https', 'issuer = "ftp'), "issuer"),
        (('client_id = "landsby"', ""), "client_id"),
        (('client_id = "landsby"', 'client_id = "landsby"\ncolour = "red"'), "colour"),
        (('id = "north"', 'id = "North/../"'), "id"),
        (("[[sign_on]]", 'colour = "red"\n[[sign_on]]'), "only [[sign_on]] tables"),
    ],
)
def test_a_fault_names_its_field(file, change, said):
    file.write_text(GOOD.replace(*change, 1))
    with pytest.raises(ImproperlyConfigured, match=said.replace("[", r"\[")):
        read_sign_ons(str(file))


def test_two_of_one_name_and_no_file_at_all_are_faults(file):
    file.write_text(GOOD + GOOD)
    for path in (file, file.with_name("gone.toml")):
        with pytest.raises(ImproperlyConfigured, match="LANDSBY_SIGN_ON_FILE"):
            read_sign_ons(str(path))
