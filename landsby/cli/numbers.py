"""`landsby figures`: the numbers that a programme publishes."""

from __future__ import annotations

import json
from typing import Any

import click

from landsby.blueprint import Language, Text
from landsby.cli.terminal import language_of_environment, start_on_database

WHICH_PROGRAMME = Text(
    da="Vælg ét program med --programme. Der er: {names}.",
    en="Choose one programme with --programme. There are: {names}.",
)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON: value, unit, as_of, records and link for each figure.")
@click.option(
    "--programme", "slug", help="The programme's short name; needed where there are several, but in the demo."
)
@click.option("--lang", type=click.Choice(["da", "en"]), help="The language of the units.")
def figures(*, as_json: bool, slug: str | None, lang: Language | None) -> None:
    """Count the figures that a programme publishes from what is recorded in it."""
    start_on_database()
    from django.utils import timezone

    from landsby.web.overviews.figures import figures_of
    from landsby.web.partnerships.models import Programme

    spoken = lang or language_of_environment()
    everything = list(Programme.objects.order_by("pk"))
    programmes = [programme for programme in everything if slug in (None, programme.slug)]
    # A demo holds several; the first is the one that it is about.
    if len(programmes) != 1 and not (programmes and all(programme.is_invented for programme in everything)):
        names = ", ".join(sorted(programme.slug for programme in everything)) or "–"
        raise click.ClickException(WHICH_PROGRAMME.filled(names=names).say(spoken))
    counted = figures_of(programmes[0], timezone.localdate())
    told = {key: _told(figure, spoken) for key, figure in counted.items()}
    if as_json:
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for key, figure in counted.items():
        click.echo(f"{figure.value:>8} {told[key]['unit']:<24} {figure.definition.title.say(spoken)}")


def _told(figure: Any, spoken: Language) -> dict[str, Any]:
    """A counted figure as JSON-able data; `records` is how many there are, and `link` where they are listed."""
    return {
        "value": figure.value,
        "unit": figure.definition.unit.say(spoken),
        "as_of": figure.as_of.isoformat(),
        "records": figure.records,
        "link": figure.link,
    }
