"""What people ask of a ledger: chronologies, channels between two sides, claims, dyads, series of figures, pictures.

Every answer is a function over rows that a ledger streams, and each of its lines names the event that it rests on.
"""

from onrecord.analysis.channels import Channel, Channels, Contact, Mediation, channels
from onrecord.analysis.claims import Claim, Position, claims
from onrecord.analysis.occurrences import Occurrence, occurrences
from onrecord.analysis.series import Dyad, Point, dyads, series

__all__ = [
    "Channel",
    "Channels",
    "Claim",
    "Contact",
    "Dyad",
    "Mediation",
    "Occurrence",
    "Point",
    "Position",
    "channels",
    "claims",
    "dyads",
    "occurrences",
    "series",
]
