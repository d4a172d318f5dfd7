"""What is known by place and time, the files that it came in, and what is aimed at."""

from landsby.web.indicators.models.delivery import Delivery, DeliveryQuerySet, FigureDraft, FigureDraftQuerySet
from landsby.web.indicators.models.observation import COUNTRY, Observation, ObservationQuerySet
from landsby.web.indicators.models.target import Target, TargetQuerySet

__all__ = [
    "COUNTRY",
    "Delivery",
    "DeliveryQuerySet",
    "FigureDraft",
    "FigureDraftQuerySet",
    "Observation",
    "ObservationQuerySet",
    "Target",
    "TargetQuerySet",
]
