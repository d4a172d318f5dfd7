"""What keeps a version from being adopted, or an adoption from being undone, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Set

from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.blueprint.theory.chains import chain_back
from landsby.blueprint.theory.chart import STAGES, Chart
from landsby.web.blueprints.upgrade import Upgrade
from landsby.web.kit.problems import Problem, Severity
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Right


def doubts_about_start(blueprint: Blueprint) -> Iterator[Problem]:
    """Whether somebody can come in, and let others in, once a programme has started from the blueprint."""
    if not leading_roles(blueprint):
        text = _(
            "Ingen ville kunne give adgang til programmet. Lad mindst én rolle høre til hele programmet "
            "og måtte give og fjerne adgang, og prøv igen."
        )
        yield Problem("nobody_gives_access", Severity.BLOCKER, text, field="blueprint")


def leading_roles(blueprint: Blueprint) -> list[str]:
    """The roles that give access to the whole programme, in reading order."""
    return [
        role.id for role in blueprint.roles.values() if role.scope == "programme" and Right.MANAGE_PEOPLE in role.may
    ]


def doubts_about_version(candidate: Blueprint, *, key: str, content_hash: str) -> Iterator[Problem]:
    """Whether a version can be one of the blueprint that a programme works by.

    Args:
        key: the id of that blueprint.
        content_hash: that of the version in force, before adaptations.
    """
    if candidate.id != key:
        text = _("Det er en anden skabelon: »%(given)s« og ikke »%(wanted)s«. Skriv id: %(wanted)s i blueprint.yaml.")
        yield Problem("other_blueprint", Severity.BLOCKER, text % {"given": candidate.id, "wanted": key})
    elif candidate.content_hash == content_hash:
        yield Problem("same_version", Severity.BLOCKER, _("Det er den version, programmet allerede arbejder efter."))


def doubts_about_upgrade(upgrade: Upgrade, access_givers: Iterable[str]) -> Iterator[Problem]:
    """What must be put right before the upgrade, or the way back.

    Args:
        access_givers: keys of the roles by which somebody gives access to the whole programme today.
    """
    for (folder, target), count in Counter((of, to) for (of, _id), to in upgrade.renames.items()).items():
        if count > 1:
            title = say(getattr(upgrade.after, folder)[target].title)
            text = _("To definitioner kan ikke begge komme til at hedde »%(title)s«. Vælg én af dem.")
            yield Problem("two_become_one", Severity.BLOCKER, text % {"title": title})
    for folder, id_ in upgrade.lost:
        title = say(getattr(upgrade.before, folder)[id_].title)
        for use in upgrade.uses[folder, id_]:
            text = _("»%(title)s« ville ikke findes, men bruges af %(count)s. %(cure)s")
            said = {"title": title, "count": use.told, "cure": use.cure}
            yield Problem("still_in_use", Severity.BLOCKER, text % said, url=use.url)
    leading = leading_roles(upgrade.after)
    if access_givers and not any(upgrade.renames.get(("roles", key), key) in leading for key in access_givers):
        text = _("Ingen ville længere kunne give adgang til hele programmet. Giv en af rollerne den ret i skabelonen.")
        yield Problem("nobody_gives_access", Severity.BLOCKER, text)


def doubts_about_roles(upgrade: Upgrade, in_use: Container[str], own: Set[str]) -> Iterator[Problem]:
    """Whether roles would come to mean more than the one who adopts may hand out, or fit their places no more.

    Args:
        in_use: keys of the roles that somebody holds or is invited to.
        own: the rights that the one who adopts holds in the whole programme.
    """
    for key, role in upgrade.before.roles.items():
        later = upgrade.after.roles.get(upgrade.renames.get(("roles", key), key))
        if later is None:
            continue
        if later.scope != role.scope and key in in_use:
            text = _(
                "Nogen har rollen »%(role)s«, så den kan ikke høre til et andet sted nu. Giv den nye rolle et nyt id."
            )
            yield Problem("scope_in_use", Severity.BLOCKER, text % {"role": say(role.title)})
        had: tuple[str, ...] = () if later.reaches_beyond(role) else role.may
        gained = {right for right in later.may if right not in had}
        if not gained <= own:
            text = _(
                "»%(role)s« ville få mere adgang, end du selv kan give: %(rights)s. Bed en, der har den, om hjælp."
            )
            rights = ", ".join(str(Right(right).label) for right in later.may if right in gained and right not in own)
            yield Problem("more_than_own", Severity.BLOCKER, text % {"role": say(role.title), "rights": rights})


def changed_meanwhile() -> Problem:
    """Somebody has changed what holds since the page was read."""
    text = _("Programmet er blevet ændret, siden du åbnede siden. Læs forskellen igennem igen.")
    return Problem("changed_meanwhile", Severity.BLOCKER, text)


def another_difference() -> Problem:
    """What would happen is not what was read, because of a name that was chosen or of what somebody else did."""
    text = _(
        "Forskellen er en anden nu end den, du læste: Du har valgt et andet navn, eller programmet er blevet ændret "
        "imens. Læs den igennem, og tag så versionen i brug."
    )
    return Problem("another_difference", Severity.BLOCKER, text)


def words_changed_meanwhile() -> Problem:
    """Somebody has written about the same definition since it was read."""
    text = _(
        "En anden har ændret det her imens. Det, du har skrevet, står her endnu. Se, hvad der er nyt, og gem igen."
    )
    return Problem("changed_meanwhile", Severity.BLOCKER, text)


def no_earlier_version() -> Problem:
    """There is nothing to go back to."""
    return Problem(
        "no_earlier_version", Severity.BLOCKER, _("Det er den første version, programmet har arbejdet efter.")
    )


def doubts_about_arrows(chart: Chart, whole: Blueprint) -> Iterator[Problem]:
    """Whether the arrows of a theory of change lead onward, within it, and never back to where a chain began.

    Args:
        whole: in which boxes of other theories are known.
    """
    for node in chart.nodes.values():
        for arrow in node.leads_to:
            target = chart.nodes.get(arrow.to)
            other = whole.theory_nodes.get(arrow.to)
            if target is None and other is not None and other.theory != chart.id:
                text = _("»%(target)s« hører til en anden forandringsteori. Vælg en kasse i den her.")
                told = {"target": say(other.title)}
                yield Problem("other_theory", Severity.BLOCKER, text % told, field="leads_to")
            elif target is not None and STAGES.index(target.stage) < STAGES.index(node.stage):
                text = _(
                    "Pilen fra »%(source)s« til »%(target)s« peger baglæns. Vend den, eller flyt en af kasserne "
                    "til et andet led."
                )
                told = {"source": say(node.title), "target": say(target.title)}
                yield Problem("arrow_backwards", Severity.BLOCKER, text % told, field="leads_to")
    chain = chain_back(chart)
    if chain:
        told = {"chain": " → ".join(say(chart.nodes[id_].title) for id_ in chain)}
        text = _("Pilene går i ring: %(chain)s. Tag en af dem væk.")
        yield Problem("cycle", Severity.BLOCKER, text % told, field="leads_to")


def theory_changed_meanwhile() -> Problem:
    """Somebody else has saved a version since the change was begun."""
    text = _(
        "En anden har gemt en ny version imens. Intet er overskrevet, og dine ændringer er her endnu. Se forskellen, "
        "og læg dine ændringer oven på."
    )
    return Problem("changed_meanwhile", Severity.BLOCKER, text)


def nothing_redrawn() -> Problem:
    """There is nothing to save."""
    return Problem("nothing_new", Severity.BLOCKER, _("Der er ikke noget at gemme: Intet er tegnet om endnu."))


def unsaved_redrawing() -> Problem:
    """What somebody has redrawn and not saved is not to be laid aside without a word."""
    text = _(
        "Du har ændringer, der ikke er gemt. Gem dem som en version, eller glem dem, før du begynder på noget andet."
    )
    return Problem("unsaved_redrawing", Severity.BLOCKER, text)
