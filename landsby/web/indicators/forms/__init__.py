"""What is typed about figures: which to show, what to aim at, and the steps of an import."""

from landsby.web.indicators.forms.choosing import ChooseForm
from landsby.web.indicators.forms.columns import FiguresForm
from landsby.web.indicators.forms.deliveries import TakeBackForm
from landsby.web.indicators.forms.imports import FileForm
from landsby.web.indicators.forms.sure import SureForm
from landsby.web.indicators.forms.target import TargetForm

__all__ = ["ChooseForm", "FiguresForm", "FileForm", "SureForm", "TakeBackForm", "TargetForm"]
