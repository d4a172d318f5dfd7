"""Import of institutions: reading a file, mapping its columns, checking its rows, and applying them.

`reading`, `mapping`, `municipalities`, `kinds`, `values`, `placing` and `checking` are pure: they take
what is known as arguments and touch no database. What is known comes from `access.known_places`, and
only `actions.imports` writes.
"""
