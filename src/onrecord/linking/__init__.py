"""Linking: what belongs together, within a report and across reports."""

from onrecord.linking.mentions import link_mentions
from onrecord.linking.occurrences import link
from onrecord.linking.stories import stories

__all__ = ["link", "link_mentions", "stories"]
