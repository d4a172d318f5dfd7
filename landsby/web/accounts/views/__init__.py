"""The pages of the room: the ways in, the demo's change of person, and what is one's own."""

from landsby.web.accounts.views.demo import become
from landsby.web.accounts.views.profile import password, profile

__all__ = ["become", "password", "profile"]
