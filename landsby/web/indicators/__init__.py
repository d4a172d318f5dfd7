"""Indicators: figures by place and time, and what can be said of them."""
