"""Guessing what columns, kinds and municipalities mean."""

from __future__ import annotations

import pytest

from landsby.blueprint import codelist
from landsby.web.partnerships.imports.kinds import WORDS, guessed_kind
from landsby.web.partnerships.imports.mapping import ColumnMap, Target, guessed_columns
from landsby.web.partnerships.imports.municipalities import Municipalities, folded, normal_code
from landsby.web.partnerships.presenters.actors import columns

OFFICIAL = [(entry.id, entry.title.da) for entry in codelist("municipalities").values()]


@pytest.mark.parametrize(
    ("headings", "target", "heading"),
    [
        (["Institutionsnr.", "Navn"], Target.REGISTER_ID, "Institutionsnr."),
        (["INST_NAVN", "Institutionsnavn"], Target.NAME, "Institutionsnavn"),
        (["Post-nr", "By"], Target.POSTCODE, "Post-nr"),
        (["kommune", "Kommune kode"], Target.MUNICIPALITY_CODE, "Kommune kode"),
        (["Længdegrad"], Target.LONGITUDE, "Længdegrad"),
        (["lng"], Target.LONGITUDE, "lng"),
        (["Skoledistrikt"], Target.COMMUNITY, "Skoledistrikt"),
        (["Hovedinstitution"], Target.PARENT, "Hovedinstitution"),
    ],
)
def test_a_heading_is_recognised_however_it_is_written(headings, target, heading):
    assert guessed_columns(headings)[target] == heading


def test_no_heading_tells_two_things():
    found = guessed_columns(["id", "nummer", "navn", "kommune"])
    assert len(set(found.values())) == len(found)


def test_what_is_not_recognised_is_left_open():
    assert guessed_columns(["foo", "bar"]) == {}


def test_our_own_export_can_be_read_back():
    found = guessed_columns([str(column.title) for column in columns()])
    assert set(found) == set(Target)
    assert found[Target.PARENT] == "Hovedinstitutionens nummer"


def test_a_map_survives_being_stored():
    told = ColumnMap({Target.NAME: "navn"}, "school", {"a": "school", "b": ""}, "0901", departments_by_name=False)
    assert ColumnMap.from_data(told.to_data()) == told


def test_a_map_fits_a_file_that_has_its_headings():
    told = ColumnMap({Target.NAME: "navn"})
    assert told.fits(["navn", "by"])
    assert not told.fits(["name"])


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("folkeskole", "school"),
        ("Friskole", "private_school"),
        ("boernehave", "kindergarten"),
        ("Børnehave", "kindergarten"),
        ("aldersintegreret", "integrated_daycare"),
        ("Special school", "special_school"),
        ("SFO", "sfo"),
        ("Foreninger", "association"),
        ("rumstation", ""),
    ],
)
def test_a_sources_word_for_a_kind_is_guessed(word, kind):
    assert guessed_kind(word, codelist("actor_kinds")) == kind


def test_every_guess_is_a_kind_of_the_code_list():
    assert set(WORDS) <= set(codelist("actor_kinds"))


def test_a_word_means_one_kind_only():
    words = [word for line in WORDS.values() for word in line.split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("0250", "0250"),
        ("250", "0250"),
        ("851", "0851"),
        ("Frederikssund", "0250"),
        ("Frederikssund Kommune", "0250"),
        ("FREDERIKSSUND", "0250"),
        ("Københavns Kommune", "0101"),
        ("København", "0101"),
        ("Bornholms Regionskommune", "0400"),
        ("Høje Taastrup", "0169"),
        ("Høje-Taastrup", "0169"),
        ("Høje-Tåstrup Kommune", "0169"),
        ("Aarhus", "0751"),
        ("Aarhu", "0751"),
        ("Århus Kommune", "0751"),
        ("Christiansø", "0411"),
        ("411", "0411"),
        ("0851 Aalborg", "0851"),
        ("Aalborg (851)", "0851"),
        ("9999", ""),
        ("Andeby", ""),
        ("12", ""),
    ],
)
def test_a_municipality_is_known_by_code_or_by_any_of_its_names(written, code):
    assert Municipalities.of(OFFICIAL).meant_by(written) == code


def test_no_two_municipalities_have_the_same_folded_name():
    assert len({folded(name) for _code, name in OFFICIAL}) == len(OFFICIAL)


def test_the_programmes_own_name_for_a_municipality_wins():
    both = Municipalities.of([("0999", "Aalborg")], OFFICIAL)
    assert both.meant_by("Aalborg") == "0999"


@pytest.mark.parametrize(("text", "code"), [("1", ""), ("25", ""), ("250", "0250"), ("02500", ""), ("x250", "")])
def test_a_code_has_three_or_four_digits(text, code):
    assert normal_code(text) == code
