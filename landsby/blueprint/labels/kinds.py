"""The names of the kinds: one, several, and what they are; Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]


KIND_NAMES: Mapping[str, tuple[Pair, Pair, Pair]] = {
    "goals": (
        ("målsætning", "goal"),
        ("Målsætninger", "Goals"),
        ("Det, vi vil have mere af i børns liv.", "What we want more of in children's lives."),
    ),
    "phases": (
        ("fase", "phase"),
        ("Faser", "Phases"),
        ("Programmets år, i de stykker de falder i.", "The programme's years, in the stretches that they fall into."),
    ),
    "tracks": (
        ("spor", "track"),
        ("Programmets spor", "The programme's tracks"),
        ("De dele, arbejdet er delt op i.", "The parts that the work is divided into."),
    ),
    "elements": (
        ("element", "element"),
        ("Elementer", "Elements"),
        ("Byggesten, der går igen i alt, hvad vi gør.", "Building stones that run through everything we do."),
    ),
    "depths": (("dybde", "depth"), ("Dybder", "Depths"), ("Hvor dybt en ændring virker.", "How deep a change works.")),
    "protective_factors": (
        ("beskyttende faktor", "protective factor"),
        ("Det, der beskytter", "What protects"),
        (
            "Det i børns omgivelser, der holder dem fri af mistrivsel.",
            "What in children's surroundings keeps ill-being away.",
        ),
    ),
    "topics": (("emne", "topic"), ("Emner", "Topics"), ("Det, vi tager op.", "What we take up.")),
    "audiences": (
        ("målgruppe", "audience"),
        ("Målgrupper", "Audiences"),
        ("Dem, det er for, og dem, vi gør det med.", "Whom it is for, and whom we do it with."),
    ),
    "professions": (
        ("faggruppe", "profession"),
        ("Faggrupper", "Professions"),
        (
            "De fag, vi tæller, når nogen har lært noget nyt.",
            "The professions that we count when somebody has learnt something new.",
        ),
    ),
    "roles": (
        ("rolle", "role"),
        ("Roller", "Roles"),
        ("Hvem man kan være i programmet, og hvad man må.", "Who one can be in the programme, and what one may do."),
    ),
    "principles": (
        ("princip", "principle"),
        ("Principper", "Principles"),
        (
            "Det, vi er enige om at leve efter, og hvordan det ser ud.",
            "What we have agreed to live by, and what it looks like.",
        ),
    ),
    "initiatives": (
        ("indsats", "initiative"),
        ("Indsatser", "Initiatives"),
        ("Det, programmet begynder med at prøve og udbrede.", "What the programme begins by trying and spreading."),
    ),
    "activity_kinds": (
        ("slags aktivitet", "kind of activity"),
        ("Slags aktiviteter", "Kinds of activity"),
        (
            "Hvad man kan planlægge og registrere, og hvad hver slags spørger om.",
            "What one can plan and log, and what each kind asks about.",
        ),
    ),
    "offers": (
        ("tilbud", "offer"),
        ("Tilbud til familier", "Offers to families"),
        (
            "Besøg, samtaler og undersøgelser, som familier får tilbudt.",
            "Visits, talks and examinations that families are offered.",
        ),
    ),
    "competences": (
        ("kompetence", "competence"),
        ("Det, vi lærer sammen", "What we learn together"),
        ("Det, medarbejdere og ledere skal kunne.", "What staff and leaders should be able to do."),
    ),
    "plan_templates": (
        ("planskabelon", "plan template"),
        ("Skabeloner til planer", "Templates for plans"),
        ("Formen på en plan, med idéer at vælge imellem.", "The form of a plan, with ideas to choose among."),
    ),
    "milestones": (
        ("milepæl", "milestone"),
        ("Milepæle", "Milestones"),
        ("Det, vi vil have nået, og hvornår.", "What we want to have reached, and when."),
    ),
    "checklists": (
        ("tjekliste", "checklist"),
        ("Tjeklister", "Checklists"),
        ("Det, man går igennem, før noget gives videre.", "What one goes through before something is handed on."),
    ),
    "scales": (
        ("skala", "scale"),
        ("Skalaer", "Scales"),
        ("Trin med ord på, så alle mener det samme.", "Steps with words to them, so that everybody means the same."),
    ),
    "instruments": (
        ("skema", "instrument"),
        ("Skemaer", "Instruments"),
        (
            "Det, vi spørger om igen og igen for at se, hvad der flytter sig.",
            "What we ask again and again to see what moves.",
        ),
    ),
    "guides": (
        ("guide", "guide"),
        ("Guider til samtaler", "Guides to conversations"),
        (
            "Sådan holder man en samtale, hvor folk bliver hørt.",
            "How to hold a conversation in which people are heard.",
        ),
    ),
    "skills": (
        ("færdighed", "skill"),
        ("Færdigheder", "Skills"),
        ("Det, øvelserne træner.", "What the exercises train."),
    ),
    "exercises": (
        ("øvelse", "exercise"),
        ("Øvelser", "Exercises"),
        ("Lege, hvor børn bruger kroppen sammen.", "Games in which children use their bodies together."),
    ),
    "food_groups": (
        ("madgruppe", "food group"),
        ("Madgrupper", "Food groups"),
        ("Det, et godt måltid tager lidt af.", "What a good meal takes a little of."),
    ),
    "foods": (
        ("madvare", "food"),
        ("Mad at vælge", "Foods to choose"),
        ("Det, børn kan sætte deres madpakke sammen af.", "What children can compose their lunch box from."),
    ),
    "recipes": (
        ("opskrift", "recipe"),
        ("Opskrifter", "Recipes"),
        (
            "Sådan gjorde nogen, så andre kan gøre det på deres måde.",
            "How somebody did it, so that others can do it their way.",
        ),
    ),
    "materials": (
        ("materiale", "material"),
        ("Materialer", "Materials"),
        ("Det, vi deler ud, låner ud og hænger op.", "What we hand out, lend out and put up."),
    ),
    "messages": (
        ("budskab", "message"),
        ("Budskaber", "Messages"),
        ("Det, vi siger om programmet.", "What we say about the programme."),
    ),
    "advice": (
        ("råd", "piece of advice"),
        ("Gode råd", "Advice"),
        ("Til dem, der vil gøre det samme.", "For those who would do the same."),
    ),
    "boards": (
        ("gruppe", "board"),
        ("Grupper, der mødes", "Boards"),
        (
            "Hvem der sidder sammen, hvor tit, og hvad de bestemmer.",
            "Who sits together, how often, and what they decide.",
        ),
    ),
    "expectations": (
        ("forventning", "expectation"),
        ("Forventninger", "Expectations"),
        ("Det, vi regner med hos hinanden.", "What we count on from each other."),
    ),
    "agreement_templates": (
        ("aftaleskabelon", "agreement template"),
        ("Skabeloner til aftaler", "Templates for agreements"),
        ("Det, parterne lover hinanden.", "What the parties promise each other."),
    ),
    "funds": (
        ("pulje", "fund"),
        ("Puljer", "Funds"),
        ("Penge, der kan søges i programmet.", "Money that can be applied for in the programme."),
    ),
    "theories": (
        ("forandringsteori", "theory of change"),
        ("Forandringsteorier", "Theories of change"),
        ("Hvordan det, vi gør, skal føre til det, vi håber på.", "How what we do is to lead to what we hope for."),
    ),
    "theory_lanes": (
        ("bane", "lane"),
        ("Baner i forandringsteorien", "Lanes of the theory of change"),
        ("De strenge, teorien tegnes i.", "The strands that the theory is drawn in."),
    ),
    "theory_nodes": (
        ("led i forandringsteorien", "box of the theory of change"),
        ("Forandringsteoriens led", "Boxes of the theory of change"),
        (
            "Det, der sættes ind, det, der gøres, og det, der kommer ud af det.",
            "What is put in, what is done, and what comes of it.",
        ),
    ),
    "assumptions": (
        ("antagelse", "assumption"),
        ("Antagelser", "Assumptions"),
        ("Det, der skal holde, for at teorien holder.", "What must hold for the theory to hold."),
    ),
    "indicators": (
        ("indikator", "indicator"),
        ("Indikatorer", "Indicators"),
        ("Det, vi ser på for at vide, om børn får det bedre.", "What we look at to know whether children fare better."),
    ),
    "figures": (
        ("offentliggjort tal", "published figure"),
        ("Tal, programmet offentliggør", "Figures that the programme publishes"),
        ("Tal, der tælles af det, der er registreret.", "Numbers counted from what is recorded."),
    ),
}
