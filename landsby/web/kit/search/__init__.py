"""Search over names, places and notes: one function in front, the database's own full text behind.

A room says in its `apps.py` which columns of a table can be found (`make_findable`), and narrows its
rows by `found(…)`. The index is kept by the database itself, whichever way a row is written.
"""

from landsby.web.kit.search.index import Findable, findables, make_findable, rebuild
from landsby.web.kit.search.matching import found

__all__ = ["Findable", "findables", "found", "make_findable", "rebuild"]
