"""Places: which words name a place, as a place, a government or a people, and which place they mean.

Decides for all names of a report together, by size, by where the other names lie, and by containing places named beside.
Refuses: people, and places in the names of other organisations; an unknown name keeps no coordinates. Resolved F1 0.85 on
GeoVirus, 0.74 on the Local-Global Lexicon (within 161 km). Data: GeoNames (CC BY 4.0), Natural Earth (public domain).
"""

from onrecord.places.find import find_places
from onrecord.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_places", "load_gazetteer"]
