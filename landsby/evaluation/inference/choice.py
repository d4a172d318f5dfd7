"""Which inference a design can carry: chosen from the design, held to the calibration run, and said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landsby.blueprint.figures import counted, figure
from landsby.blueprint.text import Text
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.calibration import Calibrated
from landsby.evaluation.inference.exchange import blocks_of_size, possible_exchanges
from landsby.evaluation.inference.statistics import STATISTICS, StatisticId
from landsby.evaluation.numbers import Floats, Ints

FEWEST_EXCHANGES = 100
"""With fewer schedules than this in blocks of similar size, all clusters are exchanged, and studentised."""


@dataclass(frozen=True, eq=False)
class Choice:
    """How schedules are to be exchanged in a design.

    Attributes:
        statistic: what is compared: the static coefficient, as it is or studentised.
        block: (C,) blocks of clusters, or None for one block of all.
        possible: how many schedules there are.
        because: why, in words.
    """

    statistic: StatisticId
    block: Ints | None
    possible: int
    because: Text


def choose(schedule: Schedule, size: Floats, ratio: float = 2.0) -> Choice:
    """The default inference for a design.

    Where enough clusters are of the treated ones' size, schedules are exchanged among those alone and coefficients
    compared. Where not, they are exchanged among all, and studentised, for small clusters have noisier coefficients.

    Args:
        schedule: the design, its clusters at the level of the shocks.
        size: (G,) rows of each area.
        ratio: how many times larger or smaller still is similar.
    """
    block = blocks_of_size(schedule, size, ratio)
    alike, every = possible_exchanges(schedule, block), possible_exchanges(schedule, None)
    if alike == every:
        return Choice("exchange_coefficient", None, every, _ALL_ALIKE)
    if alike >= FEWEST_EXCHANGES:
        return Choice(
            "exchange_coefficient", block, alike, _SOME_ALIKE.filled(count=counted(alike), ratio=f"{ratio:g}")
        )
    return Choice("exchange_studentised", None, every, _FEW_ALIKE.filled(count=counted(alike), ratio=f"{ratio:g}"))


_ALL_ALIKE = Text(
    da="Alle enheder er af lignende størrelse, så startforløb ombyttes mellem dem alle, og koefficienter sammenlignes.",
    en="All units are of similar size, so schedules are exchanged among all of them and coefficients compared.",
)
_SOME_ALIKE = Text(
    da="Startforløb ombyttes mellem enheder, der højst er {ratio} gange større eller mindre: {count} muligheder.",
    en="Schedules are exchanged among units at most {ratio} times larger or smaller: {count} possibilities.",
)
_FEW_ALIKE = Text(
    da="Kun {count} ombytninger findes mellem enheder, der højst er {ratio} gange større eller mindre. "
    "Derfor ombyttes mellem alle, og hver koefficient måles mod sin egen usikkerhed.",
    en="Only {count} exchanges exist among units at most {ratio} times larger or smaller. "
    "So all are exchanged, and each coefficient is measured against its own uncertainty.",
)


@dataclass(frozen=True)
class Verdict:
    """Which p-value may be given.

    Attributes:
        statistic: whose, or None where none holds its size and no p-value is given.
        because: why, in words.
    """

    statistic: StatisticId | None
    because: Text


def verdict(choice: Choice, calibrated: Sequence[Calibrated], order: Sequence[StatisticId] = ()) -> Verdict:
    """The first statistic that holds its size in this design, or none.

    Args:
        choice: the default for the design.
        calibrated: the calibration run with the schedules of that choice.
        order: in which statistics are asked; without it that of the choice, then all.
    """
    by_name = {each.statistic: each for each in calibrated}
    turn = tuple(dict.fromkeys(order or (choice.statistic, *STATISTICS)))
    asked = [by_name[name] for name in turn if name in by_name]
    first = next((each for each in asked if each.holds), None)
    if first is None:
        return Verdict(None, _none_of(asked))
    text = _HELD if first.statistic == turn[0] else _OTHER
    name, size, error = STATISTICS[first.statistic].text, _percent(first.size), _percent(first.error)
    return Verdict(first.statistic, text.filled(name=name, size=size, error=error, draws=counted(first.draws)))


def _none_of(asked: Sequence[Calibrated]) -> Text:
    if not asked:
        return _NONE_ASKED
    sizes = [each.size for each in asked]
    return _NONE.filled(level=f"{100 * asked[0].alpha:.3g}", least=_percent(min(sizes)), most=_percent(max(sizes)))


def _percent(share: float) -> Text:
    return figure(100 * share, ".1f")


_HELD = Text(
    da="I {draws} simulationer af netop dette design uden effekt giver den valgte metode ({name}) {size} % falske "
    "alarmer (± {error}).",
    en="In {draws} simulations of this design without an effect, the chosen procedure ({name}) gives {size} % false "
    "alarms (± {error}).",
)
_OTHER = Text(
    da="Den metode, der ellers vælges, holder ikke sit niveau i dette design. Det gør {name}: {size} % falske alarmer "
    "(± {error}) i {draws} simulationer.",
    en="The procedure otherwise chosen does not hold its size in this design. What does is {name}: {size} % false "
    "alarms (± {error}) in {draws} simulations.",
)
_NONE = Text(
    da="Ingen metode holder sit niveau på {level} % i dette design; de giver fra {least} til {most} % falske alarmer. "
    "Derfor gives ingen p-værdi. Se på størrelsen af effekten, på områderne hver for sig og på prøverne før starten.",
    en="No procedure holds its size of {level} % in this design; they give from {least} to {most} % false alarms. "
    "So no p-value is given. Look at the size of the effect, at the areas one by one, and at the placebo tests.",
)
_NONE_ASKED = Text(
    da="Ingen af designets metoder kan prøves i simulationer uden effekt. Derfor gives ingen p-værdi.",
    en="None of the design's procedures can be tried in simulations without an effect. So no p-value is given.",
)


def carried(schedule: Schedule, choice: Choice, compared: int | None = None) -> Text:
    """What a design can and cannot carry, in words: how many units stand behind it, and the least p there can be.

    Args:
        schedule: the design.
        choice: how schedules are exchanged.
        compared: how many schedules are compared, the actual one among them; without it all that there are.
    """
    areas, units = len(schedule.treated), len(schedule.treated_clusters)
    tried = choice.possible if compared is None else min(compared, choice.possible)
    return (_EACH_ALONE if units == areas else _IN_ONE if units == 1 else _CARRIED).filled(
        areas=areas,
        all_areas=counted(len(schedule.area)),
        units=units,
        all_units=len(schedule.clusters),
        possible=counted(choice.possible),
        tried=_TRIED.filled(count=counted(tried)) if tried < choice.possible else "",
        compared=counted(tried),
    )


_TRIED = Text(da=", og {count} af dem er prøvet", en=", of which {count} are tried")


_CARRIED = Text(
    da="{areas} af {all_areas} områder har en indsats. De ligger i {units} af {all_units} enheder, og i en enhed deles "
    "gode og dårlige år, så det er {units} uafhængige erfaringer, ikke {areas}. Starterne kan fordeles på {possible} "
    "måder{tried}, så den mindste mulige p-værdi er 1 ud af {compared}.",
    en="{areas} of {all_areas} areas are treated. They lie in {units} of {all_units} units, and a unit shares its good "
    "and bad years, so there are {units} independent experiences, not {areas}. The starts can be handed out in "
    "{possible} ways{tried}, so the least p-value there can be is 1 in {compared}.",
)
_IN_ONE = Text(
    da="{areas} af {all_areas} områder har en indsats. De ligger i 1 af {all_units} enheder, og i en enhed deles gode "
    "og dårlige år, så det er én erfaring, ikke {areas}. Starterne kan fordeles på {possible} måder{tried}, så den "
    "mindste mulige p-værdi er 1 ud af {compared}.",
    en="{areas} of {all_areas} areas are treated. They lie in 1 of {all_units} units, and a unit shares its good and "
    "bad years, so it is one experience, not {areas}. The starts can be handed out in {possible} ways{tried}, so the "
    "least p-value there can be is 1 in {compared}.",
)
_EACH_ALONE = Text(
    da="{areas} af {all_areas} områder har en indsats, og hvert område tæller som en erfaring for sig. Starterne kan "
    "fordeles på {possible} måder{tried}, så den mindste mulige p-værdi er 1 ud af {compared}.",
    en="{areas} of {all_areas} areas are treated, and each area counts as an experience of its own. The starts can be "
    "handed out in {possible} ways{tried}, so the least p-value there can be is 1 in {compared}.",
)

NOTHING_COMPARED = Text(
    da="Der er ingen andre områder, som starterne kunne være faldet i, så intet siger, hvad tilfældet "
    "kan gøre. Derfor gives ingen p-værdi.",
    en="There are no other areas in which the starts might have fallen, so nothing tells what chance "
    "can do. So no p-value is given.",
)
ALONE = Text(
    da="Der er intet at sammenligne med. Hvert område holdes op mod sin egen udvikling før starten, og simulerede "
    "serier med lige så megen støj og ingen ændring siger, hvad tilfældet kan gøre. Det er et svagere svar.",
    en="There is nothing to compare with. Each area is held against its own course before its start, and simulated "
    "series with as much noise and no change tell what chance can do. It is a weaker answer.",
)
NOT_KNOWN = Text(
    da="Der er for få målinger før starten til at prøve, om en metode holder sit niveau. Derfor gives ingen p-værdi.",
    en="There are too few measurements before the start to ask whether a procedure holds its size. So "
    "no p-value is given.",
)
