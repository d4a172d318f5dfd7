"""A declared design carried out on data: what came of it, how it is told, and where it is written."""
