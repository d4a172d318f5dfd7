"""What can be wrong with a value: its kind, its form, its limits."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.wording.entry import Wording, wording

SHAPE: Mapping[str, Wording] = {
    "missing_field": wording(
        ("Feltet »{name}« mangler.", "Tilføj en linje, der begynder med »{name}:«."),
        ("The field “{name}” is missing.", "Add a line that begins with “{name}:”."),
    ),
    "missing_language": wording(
        ("Teksten mangler på {language}.", "Tilføj »{name}:« ved siden af det andet sprog."),
        ("The text is missing in {language}.", "Add “{name}:” beside the other language."),
    ),
    "one_language": wording(
        (
            "Teksten står kun ét sted, men skal være på dansk og engelsk.",
            "Skriv den som to indrykkede linjer: »da: …« og »en: …«.",
        ),
        (
            "The text stands only once, but must be in Danish and English.",
            "Write it as two indented lines: “da: …” and “en: …”.",
        ),
    ),
    "unknown_field": wording(
        ("Feltet »{name}« findes ikke her.", "Slet linjen, eller brug et af felterne: {known}."),
        ("The field “{name}” does not exist here.", "Delete the line, or use one of the fields: {known}."),
    ),
    "unknown_field_near": wording(
        ("Feltet »{name}« findes ikke her.", "Mente du »{nearest}«?"),
        ("The field “{name}” does not exist here.", "Did you mean “{nearest}”?"),
    ),
    "unquoted_word": wording(
        (
            "»{written}« uden citationstegn bliver læst som ja eller nej, ikke som tekst.",
            'Skriv "{written}" med citationstegn.',
        ),
        ("“{written}” without quotes is read as yes or no, not as text.", 'Write "{written}" with quotes.'),
    ),
    "unquoted_number": wording(
        ("»{written}« bliver læst som et tal eller en dato, ikke som tekst.", 'Skriv "{written}" med citationstegn.'),
        ("“{written}” is read as a number or a date, not as text.", 'Write "{written}" with quotes.'),
    ),
    "wrong_type": wording(
        ("Værdien er af en forkert slags.", "Skriv {expected}."),
        ("The value is of the wrong kind.", "Write {expected}."),
    ),
    "not_a_date": wording(
        ("Værdien er ikke en dato.", "Skriv den som år-måned-dag, fx 2020-08-01."),
        ("The value is not a date.", "Write it as year-month-day, such as 2020-08-01."),
    ),
    "empty_text": wording(
        ("Teksten er tom.", "Skriv en tekst, eller slet feltet, hvis det kan undværes."),
        ("The text is empty.", "Write a text, or delete the field if it can be left out."),
    ),
    "not_an_id": wording(
        ("»{written}« kan ikke være et id.", "Brug små bogstaver a-z, cifre og _, og begynd med et bogstav."),
        ("“{written}” cannot be an id.", "Use small letters a-z, digits and _, and begin with a letter."),
    ),
    "not_an_icon": wording(
        ("»{written}« kan ikke være navnet på et ikon.", "Brug små bogstaver, cifre og -, fx calendar-month."),
        ("“{written}” cannot be the name of an icon.", "Use small letters, digits and -, such as calendar-month."),
    ),
    "not_a_municipality_code": wording(
        ("»{written}« er ikke en kommunekode.", 'Skriv fire cifre i citationstegn, fx "0851".'),
        ("“{written}” is not a municipality code.", 'Write four digits in quotes, such as "0851".'),
    ),
    "not_a_language": wording(
        ("»{written}« er ikke en sprogkode.", "Skriv to eller tre små bogstaver, fx da, ar eller so."),
        ("“{written}” is not a language code.", "Write two or three small letters, such as da, ar or so."),
    ),
    "text_too_long": wording(
        ("Teksten på {language} er på {length} tegn.", "Forkort den til højst {limit} tegn."),
        ("The text in {language} has {length} characters.", "Shorten it to at most {limit} characters."),
    ),
    "line_too_long": wording(
        ("Teksten er for lang.", "Forkort den til højst {limit} tegn."),
        ("The text is too long.", "Shorten it to at most {limit} characters."),
    ),
    "not_a_choice": wording(
        ("»{written}« er ikke et af de mulige valg.", "Brug et af dem: {known}."),
        ("“{written}” is not one of the possible choices.", "Use one of them: {known}."),
    ),
    "not_a_choice_near": wording(
        ("»{written}« er ikke et af de mulige valg.", "Mente du »{nearest}«?"),
        ("“{written}” is not one of the possible choices.", "Did you mean “{nearest}”?"),
    ),
    "too_small": wording(
        ("Tallet {written} er for lille.", "Det mindste er {limit}."),
        ("The number {written} is too small.", "The least is {limit}."),
    ),
    "too_great": wording(
        ("Tallet {written} er for stort.", "Det største er {limit}."),
        ("The number {written} is too great.", "The greatest is {limit}."),
    ),
    "too_few": wording(
        ("Listen er for kort.", "Den skal have mindst {limit} punkt."),
        ("The list is too short.", "It must have at least {limit} item."),
    ),
}
