"""The information sheet: what it says, in both languages, and that a screen reader can read it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from landsby.web.halls.details import Pause
from landsby.web.halls.tests.factories import a_season, another_club, coming, give, openings_of
from landsby.web.kit.dates import long_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(blueprint, world, operator):
    rowers = another_club(world, operator)
    made = a_season(
        blueprint,
        world,
        operator,
        associations=(world.club, rowers),
        coordinator=world.school,
        bring="Skiftetøj og vandflaske\nGodt humør æøå",
        bring_in_english="A change of clothes",
        pauses=(Pause(first_on=coming(5, weeks=2), last_on=coming(6, weeks=2), why="Efterårsferie"),),
    )
    give(made, openings_of(made)[:1], (rowers,), operator)
    return made


@pytest.fixture
def printed(sign_in, cast, season):
    """The sheet in a language, as a daycare's pedagogue fetches it."""

    def fetch(language):
        response = sign_in(cast.pedagogue).get(f"/halls/{season.pk}/sheet/{language}/")
        assert response["Content-Type"] == "application/pdf"
        return PdfReader(BytesIO(response.content))

    return fetch


def words(reader):
    """Everything that it says, lines and double spaces made one space."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_it_says_when_where_who_and_what_to_bring(printed, season):
    said = words(printed("da"))
    for told in (
        "Lørdage ved kajen",
        "Lørdag 10.00–12.30",
        "Bådhuset, Quay",
        "Efterårsferie",
        "Skiftetøj og vandflaske",
        "Godt humør æøå",
        "Havneby Sejlklub, Havneby Roklub",
        "Spørg hos Kajskolen",
        "Tag med",
    ):
        assert told in said
    first, second, *_ = openings_of(season)
    assert f"{long_day(first.activity.starts_on)} 10.00–12.30 Havneby Roklub" in said
    assert f"{long_day(second.activity.starts_on)} 10.00–12.30 endnu ikke fundet" in said


def test_in_english_it_says_the_same_in_english(printed):
    said = words(printed("en"))
    for told in ("Saturday 10:00–12:30", "What to bring", "A change of clothes", "not found yet", "Ask"):
        assert told in said
    assert "Tag med" not in said


def test_without_english_words_the_danish_ones_stand(printed, season):
    season.bring_in_english = ""
    season.save()
    assert "Skiftetøj" in words(printed("en"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_tagged_has_a_title_a_language_and_embedded_fonts(printed, language):
    reader = printed(language)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower().startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Lørdage ved kajen"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/DescendantFonts" in font for font in fonts)


def kinds_of(element):
    """The kinds of structure in the tree below an element."""
    if isinstance(element, list):
        return {kind for child in element for kind in kinds_of(child.get_object())}
    if not hasattr(element, "get"):
        return set()
    own = {element["/S"]} if "/S" in element else set()
    below = element.get("/K")
    return own | (kinds_of(below.get_object()) if below is not None else set())


def test_its_headings_lists_and_table_are_told_apart(printed):
    tree = printed("da").trailer["/Root"]["/StructTreeRoot"]
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/P"} <= kinds_of(tree)


def test_there_is_no_third_language(sign_in, cast, season):
    assert sign_in(cast.pedagogue).get(f"/halls/{season.pk}/sheet/de/").status_code == 404


def test_what_is_typed_is_printed_and_never_typeset(printed, season):
    season.bring = '#panic("no") *not bold* $x$ <label> @ref'
    season.save()
    assert '#panic("no") *not bold* $x$ <label> @ref' in words(printed("da"))
