"""The chapters in which people read about a programme; Danish and English."""

from __future__ import annotations

CHAPTERS: tuple[tuple[str, tuple[str, str], tuple[str, ...]], ...] = (
    (
        "aims",
        ("Det, vi vil", "What we want"),
        ("goals", "principles", "elements", "protective_factors", "topics", "messages", "advice"),
    ),
    (
        "work",
        ("Det, vi gør", "What we do"),
        (
            "tracks",
            "initiatives",
            "activity_kinds",
            "offers",
            "competences",
            "exercises",
            "skills",
            "foods",
            "food_groups",
            "recipes",
            "guides",
            "materials",
        ),
    ),
    (
        "people",
        ("Dem, der er med", "Who takes part"),
        ("audiences", "professions", "roles", "boards", "expectations", "agreement_templates", "funds"),
    ),
    ("plans", ("Planer og år", "Plans and years"), ("phases", "milestones", "plan_templates", "checklists")),
    (
        "learning",
        ("Sådan ser vi, om det virker", "How we see whether it works"),
        (
            "theories",
            "theory_lanes",
            "theory_nodes",
            "assumptions",
            "indicators",
            "instruments",
            "scales",
            "depths",
            "figures",
        ),
    ),
)
