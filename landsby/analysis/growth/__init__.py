"""Growth references that somebody has installed, and rows with their scores."""
