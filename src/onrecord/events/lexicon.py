"""The lexicon of predicates: which verbs and nouns tell an event, and where their parties stand."""

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from onrecord.errors import UsageError
from onrecord.events.codebook import Code, codes
from onrecord.events.wordlists import word_lists
from onrecord.parsing import Doc


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of a predicate: its code, mode, and where the recipient stands."""

    lemma: str
    code: Code
    mode: str | None
    recipient: tuple[str, ...]
    reciprocal: bool
    party: bool
    """The object must be a party."""
    thing: bool
    """The object must not be a party."""
    bound: bool
    """One of the recipient's prepositions, or an infinitive, must be there: "call on", not "call"."""
    both: bool = False
    """Both sides must be told: "X trained Y", not "they are trained"."""
    alone: bool = False
    """No object: "protested", not "protested the label"."""
    party_only: bool = False
    """An object, where there is one, must be a party: "threatened the mayor", not "threatened the deal"."""
    threat: bool = False
    """The content must name a consequence that somebody would bring."""
    object: str | None = None
    """The list of `light.toml` that the object must be of: aid, arms, money, troops, goods."""

    @property
    def rule(self) -> str:
        """How the row is named in an event's reason."""
        return f"{self.lemma} {self.code.cameo}"


_OBJECTS = {"a": "aid", "w": "arms", "$": "money", "t": "troops", "g": "goods"}


@functools.cache
def verbs() -> Mapping[str, tuple[Frame, ...]]:
    """The frames of each verb lemma, of each phrasal verb, and of each verb with its object."""
    return {**dict(_combos()), **_read("verbs.tsv")}


def _combos() -> Iterator[tuple[str, tuple[Frame, ...]]]:
    """Each verb with each object of `combos.toml`: `lift_sanction`, `call_off_talk`; the first block that names one counts."""
    text = (files("onrecord.events") / "data" / "combos.toml").read_text(encoding="utf-8")
    seen: set[str] = set()
    for block in tomllib.loads(text)["combo"]:
        for lemma in (
            f"{verb.replace('-', '_')}_{thing}" for verb in block["verbs"] for thing in block["objects"]
        ):
            if lemma not in seen:
                seen.add(lemma)
                reciprocal = block["code"] in _RECIPROCAL
                places = (*(place for place in block["to"] if place != "obj"), "obj") if block["to"] else ()
                code = codes()[block["code"]]
                yield lemma, (Frame(lemma, code, block.get("mode"), places, reciprocal, False, False, False),)


_RECIPROCAL = frozenset({"040", "041", "046", "057", "061", "062"})


USER_VERBS = "onrecord.verbs"
"""Where a document carries the frames of this run's verbs, once a user has added some."""


def verbs_for(doc: Doc) -> Mapping[str, tuple[Frame, ...]]:
    """The frames of each verb lemma that count for a document."""
    found: Mapping[str, tuple[Frame, ...]] = doc.user_data.get(USER_VERBS) or verbs()
    return found


def with_verbs(rows: Sequence[str]) -> Mapping[str, tuple[Frame, ...]] | None:
    """The lexicon with a user's rows, which go before ours; None where there are none.

    Raises:
        UsageError: a row names a CAMEO code that the codebook lacks.
    """
    if not rows:
        return None
    try:
        mine = [frame for row in rows for frame in _frames(row)]
    except KeyError as cause:
        raise UsageError(
            f"a verb of the registry files has the CAMEO code {cause}, which the codebook lacks.",
            remedy="The codes are listed in docs/events.md.",
        ) from cause
    return {**verbs(), **{f.lemma: (f, *verbs().get(f.lemma, ())) for f in mine}}


def is_added(rule: str | None, found: Mapping[str, tuple[Frame, ...]] | None) -> bool:
    """Whether a rule is that of a lemma's first frame, and a user's own."""
    if rule is None or found is None:
        return False
    lemma = rule.rsplit(" ", 1)[0]
    first = found.get(lemma, ())[:1]
    return first != verbs().get(lemma, ())[:1] and first[0].rule == rule


@functools.cache
def nouns() -> Mapping[str, tuple[Frame, ...]]:
    """The frames of each noun lemma; a compound is written with an underscore."""
    return _read("nouns.tsv")


def light() -> Mapping[str, frozenset[str]]:
    """`carriers`: verbs that carry a nominal event; `weak`: nouns that need one."""
    return word_lists("light")


def _read(name: str) -> Mapping[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    lines = (files("onrecord.events") / "data" / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            for frame in _frames(line):
                found[frame.lemma] = (*found.get(frame.lemma, ()), frame)
    return found


def _frames(line: str) -> Iterator[Frame]:
    lemmas, cameo, mode, recipient, flags = [*line.split("\t"), ""][:5]
    places = tuple(place for place in recipient.strip().split(",") if place and place != "-")
    for lemma in lemmas.split():
        # an object that is part of the lemma is no party: it comes last, for the party that it belongs to
        ordered = tuple(sorted(places, key=lambda place: place == "obj")) if "_" in lemma else places
        yield Frame(
            lemma,
            codes()[cameo],
            mode or None,
            ordered,
            "r" in flags,
            "p" in flags,
            "x" in flags,
            "m" in flags,
            both="b" in flags,
            alone="i" in flags,
            party_only="o" in flags,
            threat="c" in flags,
            object=next((_OBJECTS[flag] for flag in flags.strip() if flag in _OBJECTS), None),
        )
