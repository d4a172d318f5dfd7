"""Real public tables, as the registers give them, beside the plainest reading there is. No part of the repository."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from io import StringIO

import pytest

from landsby.blueprint import codelist
from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.columns import Told
from landsby.web.indicators.importing.known import Known
from landsby.web.indicators.tests.factories import codes, dry_run, left_out
from landsby.web.partnerships.imports.municipalities import Municipalities

pytestmark = pytest.mark.realdata


TEXT = {"da": "Opdigtet", "en": "Made up"}
COMMON = {"title": TEXT, "unit": TEXT, "numerator": TEXT, "denominator": TEXT, "origin": "ours", "source": "A test"}
FORMS = {
    "completed": {"form": "share", "period": "calendar_year", "better": "higher"},
    "went_on": {"form": "share", "period": "school_year", "better": "higher"},
    "well_being": {"form": "mean", "period": "school_year", "better": "higher", "min": 1, "max": 5},
    "children_per_adult": {"form": "mean", "period": "calendar_year", "better": "lower"},
}
INDICATORS = {key: Indicator.model_validate({"id": key, **COMMON, **told}) for key, told in FORMS.items()}


def against(indicator: str) -> Known:
    """What the file is checked against: every municipality there is, and none of our own."""
    official = [(entry.id, entry.title.da) for entry in codelist("municipalities").values()]
    none = frozenset[str]()
    return Known(INDICATORS[indicator], date(2026, 11, 1), Municipalities.of(official), none, none, writes_country=True)


def test_the_youth_education_of_every_municipality_in_both_files_is_the_same(realdata):
    known = against("completed")
    plain = (realdata / "stats" / "statusu6_2024_kommuner.csv").read_bytes()
    columns = {
        Told.MUNICIPALITY: "kommune",
        Told.PERIOD: "aar",
        Told.NUMERATOR: "fuldfoert",
        Told.DENOMINATOR: "i_alt",
    }
    tidy = dry_run(plain, known, columns=columns)
    raw = dry_run(
        (realdata / "stats" / "statusu6_2024_raw_latin1.csv").read_bytes(),
        known,
        columns=dict(zip(columns, ("Kolonne C", "Kolonne B", "Kolonne E", "Kolonne D"), strict=True)),
    )
    rows = list(csv.DictReader(StringIO(plain.decode())))
    assert tidy.blockers == raw.blockers == []
    assert {figure.key: figure.amounts for figure in raw.figures} == {f.key: f.amounts for f in tidy.figures}
    assert (len(tidy.figures), left_out(tidy)) == (len(rows) - 1, {"no_figure": 1}), (
        "on the smallest island there is nobody of the age"
    )
    country = next(figure.amounts for figure in tidy.figures if figure.key[0] == "m0000")
    assert float(country.value) == pytest.approx(404435 / 601166 * 100, abs=1e-5)
    assert [code for code, _row in codes(tidy)] == ["total"], "one in ten lives in no municipality"
    assert tidy.can_be_applied


def test_the_well_being_of_schools_becomes_that_of_their_municipality(realdata):
    content = (realdata / "institutions" / "skoler_2024_25.csv").read_bytes()
    columns = {Told.MUNICIPALITY: "kommune", Told.VALUE: "trivsel_social", Told.DENOMINATOR: "elevtal"}
    said = {"period_of_all": "2024/25", "gathers": True, "skips_unknown": True}
    plan = dry_run(content, against("well_being"), columns=columns, **said)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in csv.DictReader(StringIO(content.decode())):
        if row["trivsel_social"] and row["elevtal"]:
            sums[row["kommune"]][0] += float(row["trivsel_social"]) * float(row["elevtal"])
            sums[row["kommune"]][1] += float(row["elevtal"])
    told = {figure.key[0]: figure.amounts for figure in plan.figures}
    code_of = {entry.title.da: entry.id for entry in codelist("municipalities").values()}
    for name in ("Aalborg", "Albertslund", "Frederikssund", "Bornholm"):
        whole, pupils = sums[name]
        assert float(told[f"m{code_of[name]}"].value) == pytest.approx(whole / pupils, abs=1e-5)
        assert float(told[f"m{code_of[name]}"].denominator) == pupils


def test_children_per_adult_is_a_panel_with_a_group_in_every_row(realdata):
    content = (realdata / "stats" / "normering_kommune_2017_2023.csv").read_bytes()
    known = against("children_per_adult")
    plan = dry_run(
        content,
        known,
        columns={
            Told.MUNICIPALITY: "kommune",
            Told.PERIOD: "aar",
            Told.STRATUM: "aldersgruppe",
            Told.VALUE: "boern_pr_voksen",
        },
        skips_unknown=True,
    )
    rows = [row for row in csv.DictReader(StringIO(content.decode())) if row["boern_pr_voksen"]]
    assert plan.blockers == []
    assert len(plan.figures) == len(rows) - left_out(plan).get("unknown", 0)
    assert len({figure.key[0] for figure in plan.figures}) >= 97


def test_the_share_of_absence_is_weighed_by_pupils(realdata):
    content = (realdata / "institutions" / "skoler_2024_25.csv").read_bytes()
    columns = {Told.MUNICIPALITY: "kommune", Told.VALUE: "overgang_ungdomsudd_pct", Told.DENOMINATOR: "elevtal"}
    said = {"period_of_all": "2023/24", "gathers": True, "skips_unknown": True}
    plan = dry_run(content, against("went_on"), columns=columns, **said)
    assert len({figure.key[0] for figure in plan.figures}) >= 95
    assert all(50 < float(figure.amounts.value) <= 100 for figure in plan.figures)


def test_the_same_counts_with_the_status_in_rows_as_statbank_sends_them_are_the_same(realdata):
    plain = (realdata / "stats" / "statusu6_2024_kommuner.csv").read_bytes()
    told = {"I alt": "i_alt", "Fuldført": "fuldfoert", "I gang": "igang", "Afbrudt": "afbrudt"}
    rows = list(csv.DictReader(StringIO(plain.decode())))
    sent = "".join(f"{row['kommune']};{name};{row['aar']};{row[key]}\n" for row in rows for name, key in told.items())
    known = against("completed")
    tall = dry_run(
        f"OMRÅDE;STATUS;TID;INDHOLD\n{sent}".encode("cp1252"),
        known,
        columns={Told.MUNICIPALITY: "OMRÅDE", Told.PERIOD: "TID", Told.AMOUNT: "INDHOLD"},
        rows_of={Told.NUMERATOR: ("STATUS", "Fuldført"), Told.DENOMINATOR: ("STATUS", "I alt")},
    )
    columns = {Told.MUNICIPALITY: "kommune", Told.PERIOD: "aar", Told.NUMERATOR: "fuldfoert"}
    flat = dry_run(plain, known, columns={**columns, Told.DENOMINATOR: "i_alt"})
    assert {one.key: one.amounts for one in tall.figures} == {one.key: one.amounts for one in flat.figures}
    assert (len(tall.figures), left_out(tall)) == (99, {"no_figure": 1, "aside": 2 * len(rows)})


def test_a_panel_with_its_years_side_by_side_is_the_same_panel(realdata):
    content = (realdata / "stats" / "normering_kommune_2017_2023.csv").read_bytes()
    side_by_side: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in csv.DictReader(StringIO(content.decode())):
        side_by_side[row["kommune"], row["aldersgruppe"]][row["aar"]] = row["boern_pr_voksen"].replace(".", ",")
    years = sorted({year for values in side_by_side.values() for year in values})
    lines = [";".join([*about, *(told.get(year, "..") for year in years)]) for about, told in side_by_side.items()]
    wide = "\n".join([";".join(["kommune", "aldersgruppe", *years]), *lines]).encode("cp1252")
    known, about = against("children_per_adult"), {Told.MUNICIPALITY: "kommune", Told.STRATUM: "aldersgruppe"}
    tall = dry_run(
        content, known, columns={**about, Told.PERIOD: "aar", Told.VALUE: "boern_pr_voksen"}, skips_unknown=True
    )
    found = dry_run(wide, known, columns=about, across=True, skips_unknown=True)
    assert {one.key: one.amounts for one in found.figures} == {one.key: one.amounts for one in tall.figures}
