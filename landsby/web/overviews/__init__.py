"""The programme's picture: what is registered, where, with whom, and what is thin."""
