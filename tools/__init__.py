"""Tools for working on Landsby; nothing here is part of the running product."""
