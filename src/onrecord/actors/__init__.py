"""Actors."""

from onrecord.actors.cast import Cast

__all__ = ["Cast"]
