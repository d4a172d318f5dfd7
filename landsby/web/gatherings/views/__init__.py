"""What one asks of this room."""

from landsby.web.gatherings.views.aftermath import agree, answer, close_answers, drop, keep, lay
from landsby.web.gatherings.views.festivals import festival, festival_build, festivals, first_met_page
from landsby.web.gatherings.views.lists import agreements, export_agreements, export_gatherings, gathering_list
from landsby.web.gatherings.views.over_time import competence, competences, facilitation
from landsby.web.gatherings.views.single import gathering_page, plan, roll_call, sign_up_page

__all__ = [
    "agree",
    "agreements",
    "answer",
    "close_answers",
    "competence",
    "competences",
    "drop",
    "export_agreements",
    "export_gatherings",
    "facilitation",
    "festival",
    "festival_build",
    "festivals",
    "first_met_page",
    "gathering_list",
    "gathering_page",
    "keep",
    "lay",
    "plan",
    "roll_call",
    "sign_up_page",
]
