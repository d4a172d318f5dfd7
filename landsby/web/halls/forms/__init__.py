"""What is asked about seasons, rotas and swaps."""

from landsby.web.halls.forms.rota import RotaForm
from landsby.web.halls.forms.season import SeasonForm
from landsby.web.halls.forms.swap import SwapForm

__all__ = ["RotaForm", "SeasonForm", "SwapForm"]
