"""How a place's name is used: for the ground, or for the government (Gritta et al. 2020)."""

from onrecord.parsing import TokenSpan
from onrecord.places.evidence import Reader
from onrecord.record import ActorKind, MentionKind, PlaceKind


def usage_of(words: TokenSpan, reader: Reader) -> PlaceKind:
    """Metonym where the cast has the words as a government, by its seat or as one that acts; else literal."""
    cast, token = reader.cast, words.root
    holder, span = cast.holder(token), cast.mention(token)
    if holder is None or span is None:
        return PlaceKind.LITERAL
    kinds = {mention.kind for mention in cast[holder].mentions if mention.span == span}
    if MentionKind.METONYM in kinds:
        return PlaceKind.METONYM
    acting = (
        MentionKind.NAME in kinds and cast[holder].kind is ActorKind.STATE and not _is_ground(words, reader)
    )
    return PlaceKind.METONYM if acting else PlaceKind.LITERAL


def _is_ground(words: TokenSpan, reader: Reader) -> bool:
    """Whether the place is meant and not its government: "in Chile", "from Georgia and Armenia", "most of Chile"."""
    token = words.root
    while token.dep_ in {"conj", "appos"} and token.head != token:
        token = token.head
    before = token.head
    if token.dep_ != "pobj":
        return False
    if before.lower_ == "of":
        return before.head.lower_ in reader.lexicon.shares
    return before.lower_ in reader.lexicon.grounds
