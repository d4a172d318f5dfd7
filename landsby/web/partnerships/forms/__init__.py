"""The forms of the room, one module per noun."""

from landsby.web.partnerships.forms.imports import ColumnsForm, KindsForm, UploadForm

__all__ = ["ColumnsForm", "KindsForm", "UploadForm"]
