"""One plain sentence for each thing that a result leans on, chosen by a rule: what its figures may say, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.evaluation.comparison.matching import ALIKE
from landsby.web.evaluations.figures import decimal, in_unit
from landsby.web.evaluations.names import Names

Told = Mapping[str, Any]


def about_balance(matched: Sequence[Told], names: Mapping[str, str]) -> str:
    """How alike the areas were before the start.

    Args:
        matched: `balance` of a result.
        names: what its features are called.
    """
    if not matched:
        return _("Det kan ikke siges, hvor ens områderne var før starten.")
    worst = max(matched, key=lambda one: abs(one["after"]))
    said = {"size": decimal(abs(worst["after"])), "feature": names[worst["name"]]}
    if abs(worst["after"]) <= ALIKE:
        return _("Før starten lignede områderne hinanden. Den største forskel er %(size)s standardafvigelser.") % said
    return (
        _(
            "Før starten var områderne ikke ens: i %(feature)s ligger de %(size)s standardafvigelser fra hinanden. "
            "Læs resultatet med det i tankerne."
        )
        % said
    )


def about_bounds(bounds: Sequence[Told]) -> str:
    """How much trends may differ before nothing is left of the effect (Rambachan and Roth)."""
    relative = sorted((one for one in bounds if one["kind"] == "relative"), key=lambda one: one["M"])
    if not relative:
        return _("Der kan ingen grænser gives, for her holder ingen metode sit niveau.")
    held = [one for one in relative if _leaves_out_nought(one)]
    if not held or held[0]["M"] > 0:
        return _("Forskellen kan ikke skilles fra nul, heller ikke hvis områderne ellers ville have fulgtes ad.")
    most = max(one["M"] for one in held)
    return _held_until(most, [one["M"] for one in relative if one["M"] > most])


def _held_until(most: float, beyond: Sequence[float]) -> str:
    """What is said of an effect that stands while trends differ at most so much, and no longer beyond."""
    if most > 0:
        said = {"times": decimal(most)}
        words = _(
            "Forskellen står, også hvis områderne efter starten var gledet op til %(times)s gange så meget fra "
            "hinanden som før."
        )
        return words % said
    if not beyond:
        return _("Forskellen står, hvis områderne ellers ville have fulgtes ad.")
    words = _(
        "Forskellen står kun, hvis områderne ellers ville have fulgtes ad. Den kan være nul, hvis de efter starten var "
        "gledet %(next)s gange så meget fra hinanden som før."
    )
    return words % {"next": decimal(min(beyond))}


def _leaves_out_nought(one: Told) -> bool:
    low, high = one["ci_low"], one["ci_high"]
    return (low is not None and low > 0) or (high is not None and high < 0)


def about_dates(dates: Sequence[Told], alpha: float, *, moved_before: bool) -> str:
    """Whether something was seen before anything had begun.

    Args:
        dates: each placebo date.
        alpha: the level at which each is read by itself.
        moved_before: whether all of them together say so, as the result's own sentence reads them.
    """
    known = [one["p"] for one in dates if one["p"] is not None]
    if not dates:
        return _("Der er for lidt tid før starten til at prøve med en opdigtet start.")
    if not known:
        return _("Her holder ingen metode sit niveau, så forskellene før starten kan kun ses, ikke prøves.")
    if moved_before:
        return _(
            "Der ses en forskel, allerede før programmet begyndte. Så kan forskellen bagefter skyldes noget andet end "
            "programmet."
        )
    if min(known) <= alpha:
        words = _(
            "Én af de %(count)s prøver ser en forskel. Så mange prøver giver let én ved et tilfælde; samlet siger de "
            "intet imod resultatet."
        )
        return words % {"count": len(known)}
    return _("Før programmet begyndte, ses ingen forskel. Sådan skal det være.")


def about_pre_trend(pre_trend: Told | None, unit: str | None, period: str) -> str:
    """What the test before the start could have seen; "" where there was none."""
    if not pre_trend or pre_trend.get("slope_80") is None:
        return ""
    said = {"slope": in_unit(pre_trend["slope_80"], unit), "period": period}
    return _("Prøven ville fire ud af fem gange opdage en skævhed, der voksede med %(slope)s pr. %(period)s.") % said


def about_leaving_out(left: Sequence[Told], actual: float | None, unit: str | None, names: Names) -> str:
    """Whether one place alone carries the result."""
    known = [one for one in left if one["estimate"] is not None]
    if not known or actual is None:
        return _("Forskellen kan ikke regnes uden ét sted ad gangen.")
    turned = [names.of(one["without"]) for one in known if one["estimate"] * actual < 0]
    if turned:
        told = {"places": ", ".join(turned)}
        return _("Uden %(places)s vender forskellen. Resultatet hænger på få steder.") % told
    estimates = [one["estimate"] for one in known]
    said = {"low": in_unit(min(estimates), unit), "high": in_unit(max(estimates), unit)}
    return _("Uden ét sted ad gangen ligger forskellen mellem %(low)s og %(high)s. Intet enkelt sted afgør den.") % said


def about_groups(groups: Sequence[Told], alpha: float) -> str:
    """For which groups something was found, when it is counted that several were looked at."""
    known = [one for one in groups if one["p"] is not None]
    if not known:
        return _("Her holder ingen metode sit niveau for grupperne hver for sig.")
    said = {"count": len(groups), "groups": ", ".join(one["id"] for one in known if one["p"] <= alpha)}
    if said["groups"]:
        return _("Der er set på %(count)s grupper. Når det regnes med, er der en forskel for: %(groups)s.") % said
    return _("Der er set på %(count)s grupper. Når det regnes med, er der ingen klar forskel for nogen af dem.") % said


def about_dose(dose: Told) -> str:
    """How effects go with doses, without a word of why."""
    said = {"count": len(dose["areas"]), "r": decimal(dose["correlation"])}
    return (
        _("Over %(count)s områder hænger indsats og forskel sammen med %(r)s, hvor 0 er slet ikke og 1 er helt.") % said
    )


def about_course(course: Told) -> list[str]:
    """What areas that are compared with nothing did by themselves, and what their charts say of chance."""
    lines = [
        _(
            "Alle områder er med, så hvert holdes op mod sin egen udvikling før sin egen start. Det er et svagere svar "
            "end en sammenligning: Alt andet, der ændrede sig i de år, er med i forskellen."
        )
    ]
    if run := course.get("run"):
        lines.append(_of_runs(run))
    if control := course.get("control"):
        lines.append(_of_limits(sum(control["outside"]), course["chart"]))
    return lines


def _of_runs(run: Told) -> str:
    """Whether the level has moved, by the rules of run charts."""
    said = {"longest": run["longest"], "allowed": run["longest_allowed"], "crossings": run["crossings"]}
    moved = _(
        "Seriediagrammet viser, at niveauet har flyttet sig: %(longest)s målinger i træk på samme side af medianen "
        "(%(allowed)s er almindeligt), og medianen krydses %(crossings)s gange."
    )
    still = _(
        "Seriediagrammet viser intet skift: højst %(longest)s målinger i træk på samme side af medianen "
        "(%(allowed)s er almindeligt), og medianen krydses %(crossings)s gange."
    )
    return (moved if run["shifted"] else still) % said


def _of_limits(outside: int, chart: str) -> str:
    """How many measurements lie outside the limits of a control chart."""
    some = ngettext(
        "%(count)s måling ligger uden for kontrolgrænserne (%(chart)s).",
        "%(count)s målinger ligger uden for kontrolgrænserne (%(chart)s).",
        outside,
    )
    none = _("Ingen måling ligger uden for kontrolgrænserne (%(chart)s).")
    return (some if outside else none) % {"count": outside, "chart": chart}
