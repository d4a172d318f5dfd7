"""What estimates and their inference cannot answer."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.text import Text

ESTIMATES: Mapping[str, tuple[Text, Text]] = {
    "collinear": (
        Text(
            da="Disse led kan ikke skilles fra resten af modellen: {names}.",
            en="These terms cannot be told apart from the rest of the model: {names}.",
        ),
        Text(
            da="Udelad dem, eller udelad det led, som de følger.",
            en="Leave them out, or leave out the term that they follow.",
        ),
    ),
    "covariate_follows": (
        Text(
            da="Baggrundsvariablen {name} følger af {of}, så intet kan holdes ens ved den.",
            en="The covariate {name} follows from {of}, so nothing can be held alike by it.",
        ),
        Text(
            da="Fjern {name} fra covariates; ingen forskel er regnet uden den.",
            en="Remove {name} from covariates; no difference was worked out without it.",
        ),
    ),
    "one_cluster": (
        Text(
            da="Der er kun én enhed på det niveau, hvor gode og dårlige år rammer.",
            en="There is only one unit at the level of the shocks.",
        ),
        Text(da="Vælg et lavere niveau, eller tilføj områder.", en="Choose a lower level, or add areas."),
    ),
    "lost_without": (
        Text(
            da="Uden {unit} kan disse led ikke regnes: {names}. Et led som e2 er virkningen to perioder efter starten.",
            en="Without {unit} these terms cannot be had: {names}. A term such as e2 is the effect two periods after "
            "the start.",
        ),
        Text(
            da="Den bærer dem alene, så fejl ved udeladelse kan ikke regnes. Ombytning af startår kan.",
            en="It carries them alone, so jackknifed errors cannot be had. An exchange of schedules can.",
        ),
    ),
    "no_covariates": (
        Text(
            da="Metoden {name} bruger baggrundsvariable, og designet har ingen.",
            en="The estimator {name} uses covariates, and the design has none.",
        ),
        Text(da="Tilføj covariates, eller brug group_time.", en="Add covariates, or use group_time."),
    ),
    "not_alike": (
        Text(
            da="Baggrundsvariablene skiller indsatsområderne helt fra de andre.",
            en="The covariates tell the treated areas from all others.",
        ),
        Text(
            da="Brug færre baggrundsvariable, eller en pulje, der ligner mere.",
            en="Use fewer covariates, or a pool that is more alike.",
        ),
    ),
    "few_doses": (
        Text(
            da="Kun {count} områder har en dosis, eller de har alle den samme.",
            en="Only {count} areas have a dose, or all of them have the same.",
        ),
        Text(da="Skriv dose ved mindst tre områder.", en="Write dose at three areas or more."),
    ),
    "nothing_to_exchange": (
        Text(
            da="Der er ingen anden måde at fordele startårene på.",
            en="There is no other way to hand out the starts.",
        ),
        Text(
            da="Tilføj sammenligningsområder, også nogle på størrelse med dem, hvor indsatsen er.",
            en="Add comparison areas, some of them of the size of those where the programme is.",
        ),
    ),
    "mixed_cluster": (
        Text(
            da="Områderne i disse enheder starter på forskellige tider: {names}.",
            en="The areas of these units start at different times: {names}.",
        ),
        Text(
            da="Brug ombytning af startår, som kan bære det.",
            en="Exchange whole schedules instead, which can carry that.",
        ),
    ),
    "few_donors": (
        Text(
            da="Områder, som en sammenligning kan sættes sammen af: {count}. Der skal være mindst {least}.",
            en="Areas of which a comparison can be put together: {count}. There must be at least {least}.",
        ),
        Text(da="Tilføj sammenligningsområder.", en="Add comparison areas."),
    ),
    "few_clusters": (
        Text(
            da="Enheder uden indsats, som det kan læres af, hvad tilfældet gør: {count}. Der skal være mindst {least}.",
            en="Untreated units from which it can be learnt what chance does: {count}. There must be at least {least}.",
        ),
        Text(da="Tilføj sammenligningsområder i andre enheder.", en="Add comparison areas in other units."),
    ),
    "little_to_learn_from": (
        Text(
            da="Områder, der er målt uden indsats: {areas}, perioder: {periods}. Tre af hver er det mindste, "
            "som det kan læres af, hvad tilfældet gør.",
            en="Areas that were measured without the programme: {areas}, in so many periods: {periods}. Three of each "
            "are the least from which it can be learnt what chance does.",
        ),
        Text(da="Hent tidligere målinger, eller tilføj områder.", en="Fetch earlier measurements, or add areas."),
    ),
    "no_optimum": (
        Text(da="Vægtene kunne ikke bestemmes.", en="The weights could not be determined."),
        Text(
            da="Se efter, om nogle områders tal er mange gange større end andres.",
            en="See whether the figures of some areas are many times larger than those of others.",
        ),
    ),
    "gaps": (
        Text(da="Disse områder mangler perioder: {names}.", en="These areas lack periods: {names}."),
        Text(
            da="Syntetisk kontrol kræver alle perioder. Udelad områderne eller perioderne.",
            en="Synthetic control needs every period. Leave out those areas or periods.",
        ),
    ),
    "few_before": (
        Text(
            da="Antal perioder før starten i {start}: {count}. To er det mindste.",
            en="Periods before the start in {start}: {count}. Two are the least.",
        ),
        Text(da="Hent tidligere målinger.", en="Fetch earlier measurements."),
    ),
    "none_before_last": (
        Text(
            da="Før starten er kun den sidste periode målt, så forløbet før starten kan ikke ses.",
            en="Before the start only the last period was measured, so the path before it cannot be seen.",
        ),
        Text(da="Hent tidligere målinger.", en="Fetch earlier measurements."),
    ),
    "short_series": (
        Text(
            da="Serien har {before} perioder før og {after} efter.",
            en="The series has {before} periods before and {after} after.",
        ),
        Text(
            da="Der skal være mindst tre før og to efter, helst mange flere. Hent flere, eller vent.",
            en="There should be at least three before and two after, and rather many more. Fetch more, or wait.",
        ),
    ),
    "few_points": (
        Text(da="Serien har {count} brugbare punkter.", en="The series has {count} useful points."),
        Text(da="Et seriediagram kræver mindst ti.", en="A run chart needs at least ten."),
    ),
    "no_such_time": (
        Text(
            da="Der er ingen periode {time} efter starten. Der er: {known}.",
            en="There is no period {time} since the start. There are: {known}.",
        ),
        Text(
            da="Vælg en af dem, eller vent på flere målinger.", en="Choose one of them, or wait for more measurements."
        ),
    ),
    "clusters_before": (
        Text(
            da="{count} perioder før starten kan ikke prøves samlet med så få enheder.",
            en="{count} periods before the start cannot be tested together with so few units.",
        ),
        Text(da="Læg tidlige perioder sammen.", en="Count early periods together."),
    ),
    "gaps_in_path": (
        Text(
            da="Perioderne før starten følger ikke efter hinanden.",
            en="The periods before the start do not follow each other.",
        ),
        Text(da="Udelad perioder før hullet.", en="Leave out the periods before the gap."),
    ),
}
"""Fits, tests, synthetic comparisons and single series."""
