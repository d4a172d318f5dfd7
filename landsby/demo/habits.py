"""What institutions do again and again, where, and at which time of year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from landsby.demo import vocabulary as words
from landsby.demo.almanac import is_school_day, is_working_day

ALL_YEAR = range(1, 13)
WARM, AUTUMN, SPRING, COLD = range(4, 11), range(8, 12), range(3, 7), (10, 11, 12, 1, 2, 3)


@dataclass(frozen=True)
class Doing:
    """One thing that is done.

    Attributes:
        places: where it is done.
        what: the answer to the kind's own question about it, or "" where there is none.
        months: the months that it belongs to.
    """

    title: str
    places: tuple[str, ...]
    what: str = ""
    months: range | tuple[int, ...] = ALL_YEAR


@dataclass(frozen=True, kw_only=True)
class Habit:
    """Something that a sort of institution does again and again.

    Attributes:
        of: the kinds of actor that have it.
        monthly: how often in a full month, where the tempo is 1 and the habit is grown.
        since: when it begins; it takes two years to grow.
        group: the mean number of children.
        fits: which days it can fall on.
        together: how likely a neighbour has a part in it.
    """

    kind: str
    of: frozenset[str]
    monthly: float
    since: date
    group: float
    doings: tuple[Doing, ...]
    fits: Callable[[date], bool] = is_working_day
    together: float = 0.0


_OUTSIDE, _INSIDE = ("Legepladsen", "Gården"), ("Stuen", "Puderummet", "Salen")

MOVING_IN_DAYCARE = Habit(
    kind=words.MOVEMENT,
    of=words.DAYCARES,
    monthly=0.8,
    since=date(2020, 10, 1),
    group=15,
    doings=(
        Doing("Samling på maven", ("Stuen",), "circle_time"),
        Doing("Dans til morgensangen", ("Stuen", "Salen"), "dance_or_yoga"),
        Doing("Rytmik på stuen", ("Stuen",), "dance_or_yoga"),
        Doing("Forhindringsbane på legepladsen", ("Legepladsen",), "playground", WARM),
        Doing("Boldleg i gården", ("Gården",), "playground", WARM),
        Doing("Løbehjul og kridtstreger", _OUTSIDE, "cycling", WARM),
        Doing("Løbelege i regnvejr", _OUTSIDE, "playground", AUTUMN),
        Doing("Spor i sneen", _OUTSIDE, "playground", (12, 1, 2)),
        Doing("Rulle, trille og tumle", _INSIDE, "movement_slot"),
        Doing("Balancebom og madrasser", ("Puderummet", "Salen"), "movement_slot", COLD),
        Doing("Motorikbane i puderummet", ("Puderummet",), "movement_slot"),
        Doing("Dyregang gennem huset", ("Hele huset",), "other"),
    ),
)

GOING_OUT = Habit(
    kind=words.TRIP,
    of=words.DAYCARES,
    monthly=0.55,
    since=date(2021, 3, 1),
    group=13,
    together=0.25,
    doings=(
        Doing("Tur med kort over nærområdet", ("Nærområdet",)),
        Doing("Gåtur til den store bakke", ("Bakken",)),
        Doing("Besøg på biblioteket", ("Biblioteket",)),
        Doing("På besøg hos naboen", ("Nabolaget",)),
        Doing("Skovdag med lup og spand", ("Skoven",)),
        Doing("Madpakketur i det grønne", ("Byparken", "Legepladsen ved åen"), "", WARM),
        Doing("På jagt efter brombær", ("Skovbrynet", "Stien ved mosen"), "", (8, 9)),
        Doing("Blade, kastanjer og agern", ("Byparken", "Skoven"), "", (9, 10, 11)),
        Doing("Tur efter krabber og sten", ("Stranden",), "", range(5, 10)),
        Doing("Vinterfugle og kikkert", ("Mosen", "Byparken"), "", (12, 1, 2)),
        Doing("Vi leder efter forår", ("Skoven", "Mosen"), "", (2, 3, 4)),
    ),
)

FOOD_IN_DAYCARE = Habit(
    kind=words.FOOD_ACTIVITY,
    of=words.DAYCARES,
    monthly=0.35,
    since=date(2021, 1, 15),
    group=11,
    together=0.1,
    doings=(
        Doing("Suppe over bål", ("Bålpladsen",), "cooking", COLD),
        Doing("Snobrød og pandekager", ("Bålpladsen",), "cooking", WARM),
        Doing("Vi smager på rodfrugter", ("Køkkenet",), "tasting", COLD),
        Doing("Knækbrød med kerner", ("Køkkenet",), "cooking"),
        Doing("Boller af fuldkorn", ("Køkkenet",), "cooking"),
        Doing("Fisk, vi kan lide", ("Køkkenet",), "tasting"),
        Doing("Frugt i alle farver", ("Stuen",), "tasting"),
        Doing("Vi smører selv madpakken", ("Køkkenet",), "packed_lunch"),
        Doing("Vi sår karse og ærter", ("Køkkenhaven",), "growing", (3, 4, 5)),
        Doing("Grønt, som vi selv har sået", ("Køkkenhaven",), "growing", (6, 7, 8, 9)),
    ),
)

MOVING_AT_SCHOOL = Habit(
    kind=words.MOVEMENT,
    of=words.SCHOOLS,
    monthly=1.0,
    since=date(2021, 2, 1),
    group=24,
    fits=is_school_day,
    doings=(
        Doing("Bevægelsesbånd i indskolingen", ("Gymnastiksalen", "Skolegården"), "movement_slot"),
        Doing("Legepatruljen i det store frikvarter", ("Skolegården",), "playground"),
        Doing("Aktiv morgensamling", ("Aulaen",), "circle_time"),
        Doing("Matematikløb i skolegården", ("Skolegården",), "active_break", WARM),
        Doing("Små pauser med puls", ("Klassen",), "active_break"),
        Doing("Stafet mellem årgangene", ("Boldbanen",), "movement_slot", WARM),
        Doing("Cykelbane med kegler", ("Skolegården",), "cycling", (4, 5, 6, 9)),
    ),
)

LEARNING_OUTDOORS = Habit(
    kind=words.OUTDOOR_LEARNING,
    of=words.SCHOOLS,
    monthly=0.5,
    since=date(2021, 4, 1),
    group=23,
    fits=is_school_day,
    together=0.3,
    doings=(
        Doing("Udeskole en hel dag", ("Skoven", "Søen"), "Natur og teknologi"),
        Doing("Vandretur to og to", ("Stien ved åen",), "Trivsel"),
        Doing("Eleverne anmelder legepladser", ("Legepladserne",), "Dansk", WARM),
        Doing("Vi måler træer", ("Parken",), "Matematik"),
        Doing("På cykel til skoven", ("Skoven",), "Idræt", WARM),
        Doing("Havnens gamle huse", ("Havnen", "Torvet"), "Historie"),
    ),
)

FOOD_AT_SCHOOL = Habit(
    kind=words.FOOD_ACTIVITY,
    of=words.SCHOOLS | {words.SFO},
    monthly=0.4,
    since=date(2021, 5, 1),
    group=20,
    fits=is_school_day,
    together=0.2,
    doings=(
        Doing("Eftermiddagsmad af overskudsgrønt", ("Skolekøkkenet",), "cooking"),
        Doing("Vi laver hummus", ("Skolekøkkenet",), "cooking"),
        Doing("Vand i dunken", ("Klassen",), "teaching"),
        Doing("Madmod", ("Skolekøkkenet", "Bålhytten"), "tasting"),
        Doing("Hvor kommer mælken fra?", ("Klassen",), "teaching"),
        Doing("Høst i skolehaven", ("Skolehaven",), "growing", (8, 9, 10)),
        Doing("Vi sår i skolehaven", ("Skolehaven",), "growing", (3, 4, 5)),
        Doing("Suppe i bålhytten", ("Bålhytten",), "cooking", COLD),
    ),
)

MOVING_IN_SFO = Habit(
    kind=words.MOVEMENT,
    of=frozenset({words.SFO}),
    monthly=0.6,
    since=date(2021, 3, 1),
    group=21,
    fits=is_school_day,
    together=0.1,
    doings=(
        Doing("Eftermiddag i hallen", ("Hallen",), "movement_slot"),
        Doing("Hulahop og sjippetov", ("SFO’ens gård",), "playground", WARM),
        Doing("Rundbold for alle", ("Boldbanen",), "playground", range(4, 10)),
        Doing("Parkour med madrasser", ("Hallen",), "movement_slot", COLD),
        Doing("Yoga før eftermiddagsmaden", ("Biblioteket", "Salen"), "dance_or_yoga"),
    ),
)

HABITS = (
    MOVING_IN_DAYCARE,
    GOING_OUT,
    FOOD_IN_DAYCARE,
    MOVING_AT_SCHOOL,
    LEARNING_OUTDOORS,
    FOOD_AT_SCHOOL,
    MOVING_IN_SFO,
)
