"""The pictures of a run and of a look ahead: for pages by Vega-Lite, for files as SVG."""
