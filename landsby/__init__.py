"""Landsby: the working system of a long-term, place-based partnership for children's well-being."""
