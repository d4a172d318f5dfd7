"""The pages of the room: the ways in, the demo's change of person, and what is one's own."""

from landsby.web.accounts.views.demo import become
from landsby.web.accounts.views.profile import password, profile
from landsby.web.accounts.views.sessions import session_end, session_end_others, sessions

__all__ = ["become", "password", "profile", "session_end", "session_end_others", "sessions"]
