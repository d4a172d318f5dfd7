"""The pages of the room, one module per noun."""

from landsby.web.halls.views.duties import count, duties, swap, swap_accept, swap_decline, swap_withdraw
from landsby.web.halls.views.rota import rota
from landsby.web.halls.views.seasons import export_counts, new_season, season_change, season_list, season_page, sheet

__all__ = [
    "count",
    "duties",
    "export_counts",
    "new_season",
    "rota",
    "season_change",
    "season_list",
    "season_page",
    "sheet",
    "swap",
    "swap_accept",
    "swap_decline",
    "swap_withdraw",
]
