"""The three invented municipalities and their ten communities, with who is in them.

No name here is a real municipality's, town's, school's or daycare's; the codes are in use by none.
"""

from __future__ import annotations

from datetime import date

from landsby.demo.plan import PlannedActor, PlannedCommunity, PlannedMunicipality

SVALEBORG, ELVERLUND, BOEGESUND = "0981", "0982", "0983"
QUIET_COMMUNITY = "Ternevig"

MUNICIPALITIES = (
    PlannedMunicipality(
        code=SVALEBORG,
        name="Svaleborg Kommune",
        communities=(
            PlannedCommunity(name="Mågevig", tempo=1.25),
            PlannedCommunity(name="Hejrebro", tempo=1.1),
            PlannedCommunity(name="Sivkær", tempo=0.9),
            PlannedCommunity(name=QUIET_COMMUNITY, tempo=0.3),
        ),
    ),
    PlannedMunicipality(
        code=ELVERLUND,
        name="Elverlund Kommune",
        communities=(
            PlannedCommunity(name="Hasselhegn", tempo=1.15),
            PlannedCommunity(name="Kildetoft", tempo=1.0),
            PlannedCommunity(name="Morelparken", tempo=1.2),
            PlannedCommunity(name="Løvgangen", tempo=0.75),
        ),
    ),
    PlannedMunicipality(
        code=BOEGESUND,
        name="Bøgesund Kommune",
        communities=(
            PlannedCommunity(name="Sandkrog", tempo=1.3),
            PlannedCommunity(name="Lyngtange", tempo=0.85),
        ),
    ),
)

TOWN = {SVALEBORG: "Svaleborg", ELVERLUND: "Elverlund", BOEGESUND: "Bøgesund"}
MUNICIPALITY_OF = {
    community.name: municipality.code for municipality in MUNICIPALITIES for community in municipality.communities
}
TEMPO = {community.name: community.tempo for municipality in MUNICIPALITIES for community in municipality.communities}
HALL = {community: f"{community}hallen" for community in MUNICIPALITY_OF}

# community: school, its SFO, nurseries, integrated houses and kindergartens that were there from the start
INSTITUTIONS: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "Mågevig": (
        "Mågevigskolen",
        "SFO Mågereden",
        (
            ("nursery", "Vuggestuen Muslingevuggen"),
            ("integrated_daycare", "Børnehuset Tangloppen"),
            ("integrated_daycare", "Børnehuset Fyrlygten"),
            ("kindergarten", "Børnehaven Rejehuset"),
        ),
    ),
    "Hejrebro": (
        "Hejrebro Skole",
        "SFO Broklappen",
        (
            ("integrated_daycare", "Børnehuset Hejreungen"),
            ("integrated_daycare", "Børnehuset Sivsangeren"),
            ("kindergarten", "Børnehaven Vandløberen"),
            ("nursery", "Vuggestuen Fuglefløjten"),
        ),
    ),
    "Sivkær": (
        "Sivkærskolen",
        "SFO Dunhammeren",
        (
            ("integrated_daycare", "Børnehuset Frøkvækket"),
            ("integrated_daycare", "Børnehuset Kærulden"),
            ("kindergarten", "Naturbørnehaven Rørhytten"),
        ),
    ),
    "Ternevig": (
        "Ternevig Skole",
        "SFO Skalleværket",
        (
            ("integrated_daycare", "Børnehuset Ternereden"),
            ("kindergarten", "Børnehaven Sandormen"),
            ("family_daycare", "Dagplejen i Ternevig"),
        ),
    ),
    "Hasselhegn": (
        "Hasselhegnskolen",
        "SFO Kogleskuret",
        (
            ("integrated_daycare", "Børnehuset Hasselmusen"),
            ("integrated_daycare", "Børnehuset Hegnshuset"),
        ),
    ),
    "Kildetoft": (
        "Kildetoft Skole",
        "SFO Kildespringet",
        (
            ("integrated_daycare", "Børnehuset Toftehuset"),
            ("kindergarten", "Børnehaven Vandkarsen"),
        ),
    ),
    "Morelparken": (
        "Morelparkens Skole",
        "SFO Kirsebærkassen",
        (
            ("integrated_daycare", "Børnehuset Morelstenen"),
            ("nursery", "Vuggestuen Humlesurr"),
        ),
    ),
    "Løvgangen": (
        "Løvgangskolen",
        "SFO Løvhytten",
        (
            ("integrated_daycare", "Børnehuset Gyngestammen"),
            ("kindergarten", "Børnehaven Krøllebregnen"),
        ),
    ),
    "Sandkrog": (
        "Sandkrogskolen",
        "SFO Sømærket",
        (
            ("integrated_daycare", "Børnehuset Sandpiberen"),
            ("integrated_daycare", "Børnehuset Søhesten"),
            ("kindergarten", "Børnehaven Barkbåden"),
        ),
    ),
    "Lyngtange": (
        "Lyngtange Skole",
        "SFO Lyngpuden",
        (
            ("integrated_daycare", "Børnehuset Vindharpen"),
            ("kindergarten", "Børnehaven Strandengen"),
        ),
    ),
}

SPECIAL_SCHOOL = PlannedActor(
    name="Månestenskolen", kind="special_school", municipality=ELVERLUND, community="Kildetoft"
)

# The daycares that came later, each from the day it opened its doors in the community.
LATER_DAYCARES = (
    PlannedActor(
        name="Børnehuset Bølgeskvulpet",
        kind="integrated_daycare",
        municipality=SVALEBORG,
        community="Mågevig",
        joined_on=date(2021, 8, 1),
    ),
    PlannedActor(
        name="Naturbørnehaven Ålegræsset",
        kind="kindergarten",
        municipality=SVALEBORG,
        community="Sivkær",
        joined_on=date(2022, 8, 1),
    ),
    PlannedActor(
        name="Børnehuset Rimtanden",
        kind="integrated_daycare",
        municipality=ELVERLUND,
        community="Hasselhegn",
        joined_on=date(2022, 3, 1),
    ),
    PlannedActor(
        name="Vuggestuen Kvækkehuset",
        kind="nursery",
        municipality=ELVERLUND,
        community="Morelparken",
        joined_on=date(2023, 1, 1),
    ),
)
