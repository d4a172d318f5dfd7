"""The sentences of readings, and numbers in them as people write them."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.figures import figure
from landsby.blueprint.text import Text
from landsby.evaluation.designs.recipe import Variable

WORDS: Mapping[tuple[str, str], Text] = {
    ("side", "higher"): Text(da="højere", en="higher"),
    ("side", "lower"): Text(da="lavere", en="lower"),
    ("too_early", "periods"): Text(
        da="{title}: Det er for tidligt at sige noget. Det er aftalt at vente, til der er målt i {needed} efter "
        "starten, og indtil nu er det {measured}.",
        en="{title}: It is too early to say. It was agreed to wait until {needed} after the start have been measured, "
        "and so far it is {measured}.",
    ),
    ("too_early", "power"): Text(
        da="{title}: Det er for tidligt at sige noget. En virkning på {matters} ville endnu kun blive "
        "opdaget {power} gange ud af 100.",
        en="{title}: It is too early to say. An effect of {matters} would so far be found only {power} times in 100.",
    ),
    ("better", ""): Text(
        da="{title}: Det går bedre. Tallet er {size} {side}, end det ville have været uden indsatsen. "
        "Virkningen ligger formentlig mellem {low} og {high}.",
        en="{title}: It goes better. The figure is {size} {side} than it would have been without the "
        "programme. The effect probably lies between {low} and {high}.",
    ),
    ("worse", ""): Text(
        da="{title}: Det går dårligere. Tallet er {size} {side}, end det ville have været uden indsatsen. "
        "Virkningen ligger formentlig mellem {low} og {high}.",
        en="{title}: It goes worse. The figure is {size} {side} than it would have been without the "
        "programme. The effect probably lies between {low} and {high}.",
    ),
    ("different", ""): Text(
        da="{title}: Der er en forskel. Tallet er {size} {side}, end det ville have været uden indsatsen. "
        "Virkningen ligger formentlig mellem {low} og {high}.",
        en="{title}: There is a difference. The figure is {size} {side} than it would have been without the "
        "programme. The effect probably lies between {low} and {high}.",
    ),
    ("no_clear_difference", ""): Text(
        da="{title}: Der er ingen klar forskel. Virkningen ligger formentlig mellem {low} og {high}.",
        en="{title}: There is no clear difference. The effect probably lies between {low} and {high}.",
    ),
    ("without_comparison", "changed"): Text(
        da="{title}: Siden starten er tallet {size} {side}, end hvis det var gået videre som før. Forskellen ligger "
        "formentlig mellem {low} og {high}. Der er intet at sammenligne med, så det er et svagere svar: Alt andet, "
        "der skete i de år, er med i tallet.",
        en="{title}: Since the start the figure is {size} {side} than if it had gone on as before. The difference "
        "probably lies between {low} and {high}. There is nothing to compare with, so this is a weaker answer: "
        "whatever else happened in those years is part of the figure.",
    ),
    ("without_comparison", "unchanged"): Text(
        da="{title}: Siden starten er tallet ikke klart et andet, end hvis det var gået videre som før. Forskellen "
        "ligger formentlig mellem {low} og {high}. Der er intet at sammenligne med, så det er et svagere svar: Alt "
        "andet, der skete i de år, er med i tallet.",
        en="{title}: Since the start the figure is not clearly another than if it had gone on as before. The "
        "difference probably lies between {low} and {high}. There is nothing to compare with, so this is a weaker "
        "answer: whatever else happened in those years is part of the figure.",
    ),
    ("cannot_tell", "not_estimated"): Text(
        da="{title}: Vi kan ikke sige noget. Tallene rækker ikke til at regne en forskel ud.",
        en="{title}: We cannot tell. The figures do not suffice to work out a difference.",
    ),
    ("cannot_tell", "refused"): Text(
        da="{title}: Vi kan ikke sige, om indsatsen har virket. Siden starten ligger tallet {size} {side} "
        "end ventet ud fra de andre områder, men her kan ingen metode skille det sikkert fra "
        "tilfældigheder.",
        en="{title}: We cannot tell whether the programme has worked. Since the start the figure is {size} "
        "{side} than expected from the other areas, but here no procedure can tell that safely from "
        "chance.",
    ),
    ("cannot_tell", "moved_before"): Text(
        da="{title}: Vi kan ikke sige, om indsatsen har virket. Områderne udviklede sig forskelligt, "
        "allerede før den begyndte.",
        en="{title}: We cannot tell whether the programme has worked. The areas went apart already before it began.",
    ),
    ("cannot_tell", "too_small"): Text(
        da="{title}: Vi kan ikke sige, om indsatsen har virket. En virkning på {matters} ville kun blive "
        "opdaget {power} gange ud af 100, og her er den ikke set.",
        en="{title}: We cannot tell whether the programme has worked. An effect of {matters} would be found "
        "only {power} times in 100, and it has not been seen here.",
    ),
    ("cannot_tell", "not_named"): Text(
        da="{title}: Vi kan ikke sige, om indsatsen har virket. Ingen har sagt, hvor stor en virkning der ville betyde "
        "noget, så vi ved ikke, om vi ville have set den. Virkningen ligger formentlig mellem {low} og {high}.",
        en="{title}: We cannot tell whether the programme has worked. Nobody has said how large an effect would "
        "matter, so we do not know whether it would have been seen. The effect probably lies between {low} and {high}.",
    ),
    ("placebo_moved", ""): Text(
        da="{title}: Tallet er {size} {side}, selv om indsatsen ikke kan have ændret det. Noget andet kan "
        "have spillet ind, også på de andre tal.",
        en="{title}: The figure is {size} {side}, although the programme cannot have changed it. Something "
        "else may have played a part, in the other figures too.",
    ),
    ("placebo_still", ""): Text(
        da="{title}: Som ventet er der ingen forskel her, hvor indsatsen ikke kan virke.",
        en="{title}: As expected there is no difference here, where the programme cannot work.",
    ),
}
"""By code and reason."""

OPEN = Text(da="vi ved ikke hvad", en="we do not know what")


def amount(value: float, variable: Variable) -> Text:
    """A size with its unit: shares in percentage points, others with three digits."""
    if variable.is_share:
        points = figure(100 * value, ",.1f")
        return Text(da=f"{points.da} procentpoint", en=f"{points.en} percentage points")
    said = figure(value, ",.3g")
    unit = f" {variable.unit}" if variable.unit else ""
    return Text(da=f"{said.da}{unit}", en=f"{said.en}{unit}")


def signed(value: float | None, variable: Variable) -> Text:
    """A number with its sign and unit; an end of an interval that is not there is said to be unknown."""
    if value is None:
        return OPEN
    size = amount(abs(value), variable)
    sign = "−" if value < 0 else "+"
    return Text(da=f"{sign}{size.da}", en=f"{sign}{size.en}")
