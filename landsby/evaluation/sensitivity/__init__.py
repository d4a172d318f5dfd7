"""How far a result leans on what cannot be seen: parallel trends, single areas, dates, many outcomes."""
