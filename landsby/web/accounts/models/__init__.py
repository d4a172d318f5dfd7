"""Who signs in, and the counts of what was tried."""

from landsby.web.accounts.models.cache import CacheRow
from landsby.web.accounts.models.user import User, UserManager, UserQuerySet

__all__ = ["CacheRow", "User", "UserManager", "UserQuerySet"]
