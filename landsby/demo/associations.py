"""The associations that take part, and what each of them does with children."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.demo.places import BOEGESUND, ELVERLUND, SVALEBORG


@dataclass(frozen=True, kw_only=True)
class Club:
    """An association.

    Attributes:
        sport: a key of `COURSE_TITLES`.
        community: where it is at home, or "" when the whole municipality is.
        by_day: whether its instructors can come while institutions are open.
    """

    name: str
    sport: str
    municipality: str
    community: str = ""
    by_day: bool = True


COURSE_TITLES = {
    "gymnastics": ("Spring og rul", "Gymnastik for de små", "Krop og musik"),
    "handball": ("Leg med håndbold", "Kast og grib"),
    "football": ("Fodboldleg", "Boldglæde på græs"),
    "swimming": ("Vandtilvænning", "Leg i vand"),
    "scouts": ("Bål, snitning og skov", "Spejderliv for begyndere"),
    "martial_arts": ("Tigre og drager", "Kamplege på måtten"),
    "cycling": ("Cykelleg", "Balance på to hjul"),
    "orienteering": ("Find vej i skoven", "Kort, kryds og skattejagt"),
    "athletics": ("Løb, spring og kast", "Atletiklege"),
    "badminton": ("Ketsjerleg", "Fjerbold og balloner"),
    "dance": ("Dans og fortælling", "Rytmer for små fødder"),
    "rowing": ("Liv ved vandet", "Leg på stranden"),
    "table_tennis": ("Små bolde, hurtige hænder",),
    "riding": ("Hest, hø og hop",),
    "wrestling": ("Tumle og bryde", "Stærk på måtten"),
    "climbing": ("Kravle og klatre",),
}

CLUBS = (
    Club(name="Mågevig Gymnastikforening", sport="gymnastics", municipality=SVALEBORG, community="Mågevig"),
    Club(name="Mågevig Boldklub", sport="football", municipality=SVALEBORG, community="Mågevig"),
    Club(name="Mågevig Roklub", sport="rowing", municipality=SVALEBORG, community="Mågevig"),
    Club(name="FDF Mågevig", sport="scouts", municipality=SVALEBORG, community="Mågevig", by_day=False),
    Club(name="Hejrebro Idrætsforening", sport="athletics", municipality=SVALEBORG, community="Hejrebro"),
    Club(name="Hejrebro Håndboldklub", sport="handball", municipality=SVALEBORG, community="Hejrebro"),
    Club(name="Hejrebro Badmintonklub", sport="badminton", municipality=SVALEBORG, community="Hejrebro"),
    Club(name="Sivkær Gymnastik og Dans", sport="dance", municipality=SVALEBORG, community="Sivkær"),
    Club(name="Sivkær Spejderne", sport="scouts", municipality=SVALEBORG, community="Sivkær"),
    Club(name="Ternevig Idrætsforening", sport="football", municipality=SVALEBORG, community="Ternevig", by_day=False),
    Club(name="Svømmeklubben Svalen", sport="swimming", municipality=SVALEBORG),
    Club(name="Svaleborg Kung Fu", sport="martial_arts", municipality=SVALEBORG),
    Club(name="Svaleborg Cykelklub", sport="cycling", municipality=SVALEBORG),
    Club(name="Svaleborg Orienteringsklub", sport="orienteering", municipality=SVALEBORG),
    Club(name="Svaleborg Bryderne", sport="wrestling", municipality=SVALEBORG),
    Club(name="Hasselhegn Gymnastikforening", sport="gymnastics", municipality=ELVERLUND, community="Hasselhegn"),
    Club(name="Kildetoft Boldklub", sport="football", municipality=ELVERLUND, community="Kildetoft"),
    Club(
        name="Kildetoft Bordtennis", sport="table_tennis", municipality=ELVERLUND, community="Kildetoft", by_day=False
    ),
    Club(name="Morelparken Boldklub", sport="football", municipality=ELVERLUND, community="Morelparken"),
    Club(name="Morelparkens Dansehus", sport="dance", municipality=ELVERLUND, community="Morelparken"),
    Club(name="Løvgangens Spejdere", sport="scouts", municipality=ELVERLUND, community="Løvgangen", by_day=False),
    Club(name="Elverlund Håndbold", sport="handball", municipality=ELVERLUND),
    Club(name="Elverlund Svømmeklub", sport="swimming", municipality=ELVERLUND),
    Club(name="Elverlund Taekwondo", sport="martial_arts", municipality=ELVERLUND),
    Club(name="Elverlund Klatreklub", sport="climbing", municipality=ELVERLUND),
    Club(name="Sandkrog Gymnastikforening", sport="gymnastics", municipality=BOEGESUND, community="Sandkrog"),
    Club(name="Sandkrog Boldklub", sport="football", municipality=BOEGESUND, community="Sandkrog"),
    Club(name="Lyngtange Idrætsforening", sport="handball", municipality=BOEGESUND, community="Lyngtange"),
    Club(name="Lyngtange Rideklub", sport="riding", municipality=BOEGESUND, community="Lyngtange", by_day=False),
    Club(name="Bøgesund Judo", sport="martial_arts", municipality=BOEGESUND),
    Club(name="Bøgesund Cykelmotion", sport="cycling", municipality=BOEGESUND),
    Club(name="Bøgesund Orienteringsklub", sport="orienteering", municipality=BOEGESUND),
)


def clubs_near(municipality: str, community: str) -> list[Club]:
    """The clubs that an institution there would ask: its own community's and the whole municipality's."""
    return [club for club in CLUBS if club.municipality == municipality and club.community in ("", community)]
