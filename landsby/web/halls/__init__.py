"""Places that open at fixed times through a season, with associations that take turns as hosts."""
