"""The tests that belong to no room share the rooms' cast."""

from landsby.conftest import blueprint, cast, operator, programme, sign_in, world

__all__ = ["blueprint", "cast", "operator", "programme", "sign_in", "world"]
