"""What counts as thin: nothing at all, or less than half of what is usual."""

from landsby.web.overviews.thin import Finding, findings_of_groups, thin_among


def keys_of_thin(counts: dict[str, int]) -> list[str]:
    return [key for key, _title, _count in thin_among([(key, key) for key in counts], counts.__getitem__)]


def test_nothing_is_thin():
    assert keys_of_thin({"quay": 0}) == ["quay"]


def test_less_than_half_of_the_median_is_thin_and_half_is_not():
    assert keys_of_thin({"quay": 10, "hill": 5, "bay": 10, "dune": 12, "isle": 4}) == ["isle"]


def test_two_things_have_nothing_usual_to_fall_short_of():
    assert keys_of_thin({"quay": 100, "hill": 1}) == []


def test_a_group_in_which_everybody_took_part_is_not_mentioned():
    groups = [("school", "Skoler", 3, 3), ("daycare", "Dagtilbud", 2, 5)]
    assert list(findings_of_groups(groups, lambda key: f"?group={key}", period="forår 2023")) == [
        Finding("Dagtilbud: 3 af 5 har ikke været med i nogen aktivitet (forår 2023).", "?group=daycare")
    ]
