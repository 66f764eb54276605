"""Every closed vocabulary of the record, in one place.

The values are the words of the public format `onrecord/1`. PLOVER classes follow the PLOVER codebook
(Open Event Data Alliance, 2018; Halterman et al. 2023), quad classes follow CAMEO (Schrodt 2012), and
time types and modifiers follow TIMEX3 of ISO-TimeML (ISO 24617-1).
"""

from enum import IntEnum, StrEnum


class BlockKind(StrEnum):
    """What a paragraph of the text is."""

    STORY = "story"
    NOTICE = "notice"
    FURNITURE = "furniture"


class ActorKind(StrEnum):
    """What sort of actor a name or description stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    GROUP = "group"
    UNNAMED = "unnamed"


class MentionKind(StrEnum):
    """How a text refers to an actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"


class RoleBasis(StrEnum):
    """Whether a role is told by the report or known to the registry."""

    TEXT = "text"
    REGISTRY = "registry"


class TimeType(StrEnum):
    """TIMEX3 `type`."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeMod(StrEnum):
    """TIMEX3 `mod`."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class Precision(StrEnum):
    """The finest unit that a time or an event's date is known to."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    VAGUE = "vague"


class TimeBasis(StrEnum):
    """Where an event's date comes from."""

    CLAUSE = "clause"
    OCCURRENCE = "occurrence"
    NARRATIVE = "narrative"
    PUBLISHED = "published"


class PlaceKind(StrEnum):
    """How a toponym is used (Gritta et al. 2020)."""

    LITERAL = "literal"
    METONYM = "metonym"
    DEMONYM = "demonym"


class PlaceRole(StrEnum):
    """What a place is to the report."""

    EVENT = "event"
    SPEAKER = "speaker"
    ABOUT = "about"
    DATELINE = "dateline"


class PlacePrecision(StrEnum):
    """How fine a resolved place is."""

    POINT = "point"
    CITY = "city"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"


class StatementForm(StrEnum):
    """How words are passed on."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"
    PROMISES = "promises"
    THREATENS = "threatens"
    EXPECTS = "expects"
    DOUBTS = "doubts"


class EventType(StrEnum):
    """The 16 PLOVER classes."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Side(StrEnum):
    """A side of an event that a report may leave untold."""

    ACTOR = "actor"
    RECIPIENT = "recipient"


class Status(StrEnum):
    """How a predicate is told."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    HABITUAL = "habitual"


class Quad(IntEnum):
    """CAMEO quad class."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class Comparator(StrEnum):
    """How a figure bounds what it counts."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
