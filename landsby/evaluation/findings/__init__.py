"""A declared design carried out: its estimates, what they may be held to, and the one plain sentence."""
