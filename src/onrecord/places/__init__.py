"""Places: which words name a place, as a place, a government or a people, and which place they mean.

Decides by the report's countries and divisions, size, and containing places named beside. Refuses: people and places in the
names of organisations; an unknown name keeps no coordinates. Data: GeoNames (CC BY 4.0).
"""

from onrecord.places.find import find_places
from onrecord.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_places", "load_gazetteer"]
