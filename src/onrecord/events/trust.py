"""How far a coded event can be trusted: a learned reading of the whole row, after lexicon and rules.

A logistic regression over named features: the trigger's form, sense and frame, how each side hangs on it and who it is,
the clause, its place in the report and what kind of report that is (`onrecord.events.setting`). It votes on what no single
rule can: that class, actor and recipient are *all* right. Trained by `scripts/train_trust.py` on events of the news that were
judged by reading and on our own sentences (docs/models/trust.md). No feature names anybody: a proper name is seen as a name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.actors import Cast
from onrecord.events.logistic import chance, weights_of
from onrecord.events.setting import Setting
from onrecord.parsing import Parse, Token
from onrecord.parsing.wordclasses import noun_classes, verb_classes
from onrecord.record import Actor, Event, Skipped, numbered

NAME = "trust-2"
"""The model's name, as a row's reason bears it."""
HARDLY = 1e-6
"""A floor that sets nothing aside: all events are weighed, and another opinion is heard."""
_HEIGHT = 5
"""Words between a party and its trigger that are read."""
_ROUND = 3


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with the words and persons behind it."""

    event: Event
    trigger: Token
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    acting: tuple[Token, ...]
    """The words of the evidence that name somebody who acts, in order of the text."""
    receiving: tuple[Token, ...]
    setting: Setting

    @classmethod
    def of(cls, event: Event, tokens: Mapping[int, Token], cast: Cast, setting: Setting) -> "Coded":
        """The event of a report, whose tokens are given by their offsets."""
        words = [tokens[span.start] for span in event.evidence if span.start in tokens]

        def naming(ids: Sequence[str]) -> tuple[Token, ...]:
            return tuple(word for word in words if not set(ids).isdisjoint(cast.holders(word)))

        actors, recipients = (tuple(cast[ref] for ref in ids) for ids in (event.actors, event.recipients))
        acting, receiving = naming(event.actors), naming(event.recipients)
        return cls(event, tokens[event.trigger.start], actors, recipients, acting, receiving, setting)


def weighed(
    events: Sequence[Event], parse: Parse, cast: Cast, floor: float, own: frozenset[str | None] = frozenset()
) -> tuple[list[Event], list[Skipped]]:
    """The events of a report that reach the floor, numbered anew, each with its trust in the reason, and those set aside.

    Args:
        events: the coded events.
        parse: the parsed report.
        cast: its actors.
        floor: the least trust, 0 to 1, with which an event is kept.
        own: rules of the user's, whose events are kept whatever their trust: nothing was learned of them.
    """
    if not events:
        return [], []
    tokens, setting = {token.idx: token for token in parse.doc}, Setting.of(parse)
    kept: list[Event] = []
    aside: list[Skipped] = []
    for event in events:
        score = round(trust(Coded.of(event, tokens, cast, setting)), _ROUND)
        if score < floor and event.reason.rule not in own:
            aside.append(Skipped(event.trigger, "not trusted", f"{event.reason.rule}; {NAME} {score}"))
        else:
            reason = msgspec.structs.replace(event.reason, model=NAME, score=score)
            kept.append(msgspec.structs.replace(event, id=numbered("e", len(kept)), reason=reason))
    return kept, aside


def trust(coded: Coded) -> float:
    """The probability that class, actor and recipient are all right."""
    return chance(weights_of("onrecord.events", "trust"), set(features(coded)))


def features(coded: Coded) -> Iterator[str]:
    """What is read of a row: names, most of them a class or lemma with a form."""
    trigger, kind = coded.trigger, coded.event.type
    lemma = trigger.lemma_.lower()
    yield f"rule={coded.event.reason.rule}"
    yield f"lemma={lemma}"
    yield f"kind={kind}"
    yield f"kind+pos={kind}+{trigger.pos_}+{trigger.tag_}"
    yield f"dep={kind}+{trigger.dep_}"
    yield f"status={kind}+{coded.event.status}"
    yield f"above={_word(trigger.head)}+{trigger.dep_}"
    yield f"above={_classes(trigger.head)}+{trigger.dep_}"
    yield f"own={_classes(trigger)}"
    for child in trigger.children:
        if child.dep_ != "punct":
            yield f"child={child.dep_}"
            yield f"lemma+child={lemma}+{child.dep_}"
        if child.dep_ in _FUNCTION:
            yield f"{child.dep_}={_form(child)}"
        if child.dep_ in _CONTENT:
            yield f"{child.dep_}={_word(child)}"
            yield f"{child.dep_}={kind}+{_classes(child)}+{child.ent_type_}"
    yield from _of_side("actor", coded, coded.actors, coded.acting)
    yield from _of_side("recipient", coded, coded.recipients, coded.receiving)
    yield from _of_sentence(coded)
    yield from coded.setting.around(trigger)


_FUNCTION = frozenset({"aux", "neg", "mark", "prt", "prep", "advmod", "det", "amod", "compound"})
_CONTENT = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "ccomp", "xcomp"})


def _of_side(side: str, coded: Coded, parties: Sequence[Actor], words: Sequence[Token]) -> Iterator[str]:
    """How many there are, who they are, and how the words hang on the trigger."""
    yield f"{side}s={coded.event.type}+{min(len(parties), 3)}"
    yield f"{side}s={coded.event.reason.rule}+{min(len(parties), 1)}"
    for party in parties[:2]:
        sector = (party.sector or "")[:3]
        who = f"{party.kind}+{sector}+{bool(party.country)}"
        yield f"{side}={who}"
        yield f"{side}={coded.event.type}+{who}"
        yield f"{side}_sector={coded.event.reason.rule}+{sector}"
        yield f"{side}_told={min(len(party.mentions), 4)}"
    for word in words[:2]:
        form = word.lower_ if word.pos_ == "PRON" else word.pos_
        path = _path(word, coded.trigger)
        yield f"{side}_form={form}"
        yield f"{side}_word={_word(word)}"
        yield f"{side}_ent={coded.event.type}+{word.ent_type_}+{form}"
        yield f"{side}_bare={word.tag_}+{any(child.dep_ in _BINDING for child in word.children)}"
        yield f"{side}_path={path}"
        yield f"{side}_path={path}+{form}"
        yield f"{side}_path={coded.trigger.pos_}+{word.dep_}"
        yield f"{side}_far={min(abs(word.i - coded.trigger.i).bit_length(), 6)}+{word.i < coded.trigger.i}"
    if not words:
        yield f"{side}_none={coded.trigger.tag_}+{coded.trigger.dep_}"
    if not parties:
        yield from (f"{side}_{name}" for name in _around_nobody(coded))


def _around_nobody(coded: Coded) -> Iterator[str]:
    """Where a side is empty: what hangs on the trigger and might have told it."""
    trigger = coded.trigger
    yield f"empty={trigger.lemma_.lower()}"
    for child in trigger.children:
        if child.dep_ in _TELLING_LINKS:
            yield f"empty+child={coded.event.type}+{child.dep_}"
            yield f"empty+ent={child.dep_}+{child.ent_type_ or child.pos_}"
        if child.dep_ in {"prep", "agent"}:
            yield from (
                f"empty+{child.lower_}={thing.ent_type_ or thing.pos_}"
                for thing in child.children
                if thing.dep_ == "pobj"
            )


_TELLING_LINKS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "dative",
        "ccomp",
        "xcomp",
        "prep",
        "agent",
        "poss",
        "compound",
        "amod",
        "acl",
    }
)
_BINDING = frozenset({"det", "poss", "nummod", "amod", "compound"})


def _of_sentence(coded: Coded) -> Iterator[str]:
    """Its length and last mark, its person, whether numbers or years stand in it, where in the report it stands."""
    trigger = coded.trigger
    sentence, doc = trigger.sent, trigger.doc
    words = {word.lower_ for word in sentence}
    yield f"long={len(sentence).bit_length()}"
    yield f"last={sentence[-1].text if sentence[-1].is_punct else ''}"
    yield f"place={min(sentence.start.bit_length(), 11)}"
    yield f"root={_word(sentence.root)}"
    yield f"said={bool(coded.event.attribution)}"
    yield f"dated={coded.event.basis}"
    yield from (f"word={word}" for word in words & _TELLING)
    if any(word.ent_type_ == "DATE" and word.like_num and len(word) == _YEAR for word in sentence):
        yield "year"
    yield from (f"near={_form(word)}" for word in doc[max(trigger.i - 3, 0) : trigger.i])
    yield from (f"after={_form(word)}" for word in doc[trigger.i + 1 : trigger.i + 4])
    for word in trigger.ancestors:
        if word.dep_ in {"advcl", "relcl", "ccomp", "acl", "csubj"}:
            yield f"under={word.dep_}"


_TELLING = frozenset(
    "i we you my our your if when who would could should may might will never often always people".split()
)
_YEAR = 4


_INITIALS = 3
"""Letters up to which a word in capitals is an abbreviation rather than a shout."""
_NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


def _word(word: Token) -> str:
    """The lemma, where it names nobody."""
    return _masked(word) or word.lemma_.lower()


def _form(word: Token) -> str:
    """The form, where it names nobody and counts nothing."""
    return _masked(word) or ("NUMBER" if word.like_num else word.lower_)


def _masked(word: Token) -> str | None:
    if word.is_space:
        return "BREAK"
    shouted = word.is_upper and len(word) > _INITIALS
    titled = (word.is_title or shouted) and not word.is_sent_start and word.pos_ != "PRON"
    named = word.pos_ == "PROPN" or (
        word.ent_type_ in _NAMING and word.pos_ not in {"DET", "ADP", "PART", "PRON"}
    )
    return "NAME" if titled or named else None


def _path(word: Token, trigger: Token) -> str:
    """The labels from a party's word up to the trigger, or up to what governs both."""
    labels, at = [], word
    for _ in range(_HEIGHT):
        if at == trigger or at.head == at:
            break
        labels.append(at.dep_ if at.pos_ != "ADP" else f"{at.dep_}:{at.lower_}")
        at = at.head
    return "<".join(labels) + ("" if at == trigger else "|")


def _classes(word: Token) -> str:
    found = verb_classes if word.pos_ in {"VERB", "AUX"} else noun_classes
    return found(word.lemma_.lower())[:1] + word.pos_
