"""Who signs in, and what is remembered about failed tries."""

from landsby.web.accounts.models.throttle import FailedSignIn
from landsby.web.accounts.models.user import User, UserManager, UserQuerySet

__all__ = ["FailedSignIn", "User", "UserManager", "UserQuerySet"]
