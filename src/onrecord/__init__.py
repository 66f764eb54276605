"""onrecord: news reports into a record of who did or said what, to whom, and according to whom."""

from onrecord.version import __version__

__all__ = ["__version__"]
