"""Import of figures: reading a file, mapping its columns, checking its rows. Nothing here touches a database.

Files are read by `partnerships.imports`, which also knows what municipalities are called.
"""
