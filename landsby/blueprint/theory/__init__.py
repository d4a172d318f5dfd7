"""A theory of change as a whole: its boxes and arrows, where they are drawn, and what differs between two of them."""

from landsby.blueprint.theory.chart import Chart, Link, charts_of
from landsby.blueprint.theory.layout import Box, Layout, lay_out

__all__ = ["Box", "Chart", "Layout", "Link", "charts_of", "lay_out"]
