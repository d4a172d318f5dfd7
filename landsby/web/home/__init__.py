"""The front page: what is due, what happened, and the way into the rest."""
