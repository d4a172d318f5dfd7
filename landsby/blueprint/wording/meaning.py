"""What can be wrong with what a definition says, alone or beside the others."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.wording.entry import Wording, wording

MEANING: Mapping[str, Wording] = {
    "dates_reversed": wording(
        ("{last} ligger før {first}.", "Ret en af de to datoer."),
        ("{last} comes before {first}.", "Correct one of the two dates."),
    ),
    "limits_reversed": wording(
        ("Det største ({high}) er mindre end det mindste ({low}).", "Byt dem om, eller ret et af tallene."),
        ("The greatest ({high}) is less than the least ({low}).", "Swap them, or correct one of the numbers."),
    ),
    "repeated": wording(
        ("»{value}« står der mere end én gang.", "Behold den ene, og slet eller omdøb den anden."),
        ("“{value}” stands there more than once.", "Keep one, and delete or rename the other."),
    ),
    "unknown_reference": wording(
        ("»{id}« findes ikke under {to}.", "Brug et af dem: {known}."),
        ("“{id}” does not exist under {to}.", "Use one of them: {known}."),
    ),
    "unknown_reference_near": wording(
        ("»{id}« findes ikke under {to}.", "Mente du »{nearest}«?"),
        ("“{id}” does not exist under {to}.", "Did you mean “{nearest}”?"),
    ),
    "cycle": wording(
        ("Kæden vender tilbage til sig selv: {chain}.", "Tag et af leddene ud."),
        ("The chain comes back to itself: {chain}.", "Take one of its links out."),
    ),
    "sees_too_little": wording(
        ("Rollen ser mindre ({sees}), end den virker i ({scope}).", "Lad sees være {scope} eller videre."),
        ("The role sees less ({sees}) than it works in ({scope}).", "Let sees be {scope} or wider."),
    ),
    "only_for_type": wording(
        ("Feltet bruges kun, når type er {type}.", "Slet det, eller ret type."),
        ("The field is used only when type is {type}.", "Delete it, or correct type."),
    ),
    "too_few_choices": wording(
        ("Et spørgsmål med valg skal have mindst to svar.", "Tilføj svar under choices, hvert med id og title."),
        (
            "A question with choices must have at least two answers.",
            "Add answers under choices, each with id and title.",
        ),
    ),
    "series_without_sessions": wording(
        ("Et forløb skal sige, hvor mange gange det mødes.", "Tilføj sessions med min og max."),
        ("A series must say how many times it meets.", "Add sessions with min and max."),
    ),
    "sessions_of_single": wording(
        ("Kun et forløb har sessions.", "Slet sessions, eller skriv form: series."),
        ("Only a series has sessions.", "Delete sessions, or write form: series."),
    ),
    "quick_series": wording(
        ("Et forløb kan ikke ligge i den hurtige registrering.", "Slet quick, eller skriv form: single."),
        ("A series cannot be in the quick log.", "Delete quick, or write form: single."),
    ),
    "quick_asks_too_much": wording(
        (
            "Den hurtige registrering stiller ingen spørgsmål, der skal besvares.",
            "Slet quick, eller lad ingen egne felter være required.",
        ),
        ("The quick log asks no question that must be answered.", "Delete quick, or let no own field be required."),
    ),
    "among_whom": wording(
        ("En indikator med form: {form} skal sige, blandt hvem der tælles.", "Tilføj denominator."),
        ("An indicator with form: {form} must say among whom is counted.", "Add denominator."),
    ),
    "measure_needs": wording(
        ("Målingen {measure} skal vide, hvad den tæller.", "Tilføj {field} med mindst ét id."),
        ("The measure {measure} must know what it counts.", "Add {field} with at least one id."),
    ),
    "measure_ignores": wording(
        ("Målingen {measure} bruger ikke {field}.", "Slet {field}, eller vælg en anden measure."),
        ("The measure {measure} does not use {field}.", "Delete {field}, or choose another measure."),
    ),
    "not_a_series": wording(
        (
            "Målingen {measure} tæller forløb, og »{kind}« er ikke et forløb.",
            "Vælg en slags aktivitet med form: series.",
        ),
        (
            "The measure {measure} counts series, and “{kind}” is not a series.",
            "Choose a kind of activity with form: series.",
        ),
    ),
    "formerly_in_use": wording(
        ("»{id}« er stadig navnet på en definition.", "Slet det fra formerly, eller omdøb den anden."),
        ("“{id}” is still the name of a definition.", "Delete it from formerly, or rename the other."),
    ),
    "rates_overlap": wording(
        (
            "To satser gælder på samme tid.",
            "Skriv dem i rækkefølge, og giv den første en ended_on, før den næste begynder.",
        ),
        (
            "Two rates hold at the same time.",
            "Write them in order, and give the first an ended_on before the next begins.",
        ),
    ),
    "criteria_for_all": wording(
        ("Et tilbud til alle har ingen kriterier.", "Slet criteria, eller skriv to: selected."),
        ("An offer to all has no criteria.", "Delete criteria, or write to: selected."),
    ),
    "scale_does_not_rise": wording(
        ("Trinnenes tal skal stige, og hvert må kun stå der én gang.", "Sæt trinnene i rækkefølge fra det laveste."),
        ("The numbers of the steps must rise, each once.", "Put the steps in order from the lowest."),
    ),
    "item_without_scale": wording(
        ("Spørgsmålet skal vide, hvilken skala det svares på.", "Tilføj scale med skalaens id."),
        ("The question must know which scale it is set on.", "Add scale with the scale's id."),
    ),
    "only_for_subject": wording(
        ("Feltet bruges kun, når about er {about}.", "Slet det, eller ret about."),
        ("The field is used only when about is {about}.", "Delete it, or correct about."),
    ),
    "nothing_to_score": wording(
        ("Der er ingen svar at regne med.", "Slet scoring, eller tilføj et spørgsmål af typen scale eller number."),
        ("There is no answer to count with.", "Delete scoring, or add a question of the type scale or number."),
    ),
    "focus_on_too_many": wording(
        ("Der er kun {most} principper at vælge blandt.", "Skriv et mindre tal, eller tilføj principper."),
        ("There are only {most} principles to choose among.", "Write a smaller number, or add principles."),
    ),
    "plan_of_nothing": wording(
        ("Planen har hverken afsnit eller principper.", "Tilføj sections eller focus."),
        ("The plan has neither sections nor principles.", "Add sections or focus."),
    ),
    "several_chairs": wording(
        ("Flere pladser har formandskabet.", "Behold chairs: true på én af dem."),
        ("Several places chair the board.", "Keep chairs: true on one of them."),
    ),
    "other_theory": wording(
        ("»{id}« hører til en anden forandringsteori ({theory}).", "Vælg en i den samme."),
        ("“{id}” belongs to another theory of change ({theory}).", "Choose one in the same."),
    ),
    "not_this_theory": wording(
        ("Filen er ikke om den forandringsteori, der er åben.", "Lad theories have ét punkt med id: {id}."),
        ("The file is not about the theory of change that is open.", "Let theories have one item with id: {id}."),
    ),
    "arrow_backwards": wording(
        (
            "Pilen peger baglæns: »{id}« står i et tidligere led ({stage}).",
            "Vend pilen, eller ret stage: input, activity, output, outcome.",
        ),
        (
            "The arrow points backwards: “{id}” stands at an earlier stage ({stage}).",
            "Turn the arrow, or correct stage: input, activity, output, outcome.",
        ),
    ),
    "one_of_two": wording(
        ("Skriv enten {first} eller {second}, og kun den ene.", "Slet eller tilføj, så der står én af dem."),
        ("Write either {first} or {second}, and only one of them.", "Delete or add, so that one of them is there."),
    ),
}
