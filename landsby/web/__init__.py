"""The Django house: one folder is one room, and a room imports only the rooms below it."""
