"""Pages of indicators."""

from landsby.web.indicators.views.deliveries import delivery_take_back
from landsby.web.indicators.views.imports import (
    import_apply,
    import_columns,
    import_give_up,
    import_preview,
    start_import,
)
from landsby.web.indicators.views.reading import detail, export_figures, indicator_list
from landsby.web.indicators.views.targets import target_new, target_take_back

__all__ = [
    "delivery_take_back",
    "detail",
    "export_figures",
    "import_apply",
    "import_columns",
    "import_give_up",
    "import_preview",
    "indicator_list",
    "start_import",
    "target_new",
    "target_take_back",
]
