"""From a matched form to a TIMEX3 value, a modifier and an interval: the table of readings, one a form."""

from collections.abc import Mapping

from onrecord.times.dates import DATES
from onrecord.times.lengths import LENGTHS
from onrecord.times.relative import RELATIVE
from onrecord.times.value import Meaning

MEANINGS: Mapping[str, Meaning] = {**DATES, **LENGTHS, **RELATIVE}
