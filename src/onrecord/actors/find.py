"""Who is in a report: one walk over its words, in order, that names, describes and refers back."""

from onrecord.actors.cast import Cast
from onrecord.actors.company import Company
from onrecord.actors.describing import describe_actor
from onrecord.actors.lexicon import USER_TITLES
from onrecord.actors.naming import name_actor
from onrecord.actors.pronouns import PRONOUNS, antecedent
from onrecord.actors.registry import Registry
from onrecord.actors.settling import settle
from onrecord.cleaning import find_dateline
from onrecord.parsing import Parse, Token, span_of
from onrecord.record import MentionKind

_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_MODIFYING = frozenset({"compound", "amod", "nummod"})
_POSITIONS = frozenset(
    "position stronghold base camp convoy hideout bunker line trench checkpoint barracks post outpost depot target territory "
    "column vehicle headquarters patrol boat tank ranks garrison".split()
)
"""What a side holds or moves in: who strikes it strikes them."""


def find_actors(parse: Parse, registry: Registry) -> Cast:
    """The cast of a report: its actors in the order in which they enter, with every mention."""
    if registry.descriptions is not None:
        parse.doc.user_data[USER_TITLES] = registry.descriptions
    company = Company(parse, registry)
    dateline = find_dateline(parse.report)
    for token in parse.doc:
        if dateline is not None and dateline.span.holds(span_of(token)):
            continue  # where a report was filed and by whom: nobody in it acts
        if token.i in company.starts:
            name_actor(company, company.starts[token.i])
        elif company.name_at(token) is None:
            _word(company, token)
    settle(company)
    seen = [draft for draft in company.drafts if draft.mentions]
    return Cast(tuple(draft.frozen(position) for position, draft in enumerate(seen)))


def _word(company: Company, token: Token) -> None:
    if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}:
        meant = antecedent(token, company.drafts)
        if meant is not None:
            meant.see(span_of(token), MentionKind.PRONOUN, token)
    elif token.pos_ in _DESCRIBING and (token.dep_ not in _MODIFYING or _holds_ground(token)):
        describe_actor(company, token)


def _holds_ground(token: Token) -> bool:
    """Whether a noun names the side that a position is of: "rebel positions", "an army convoy"."""
    return token.dep_ == "compound" and token.pos_ == "NOUN" and token.head.lemma_.lower() in _POSITIONS
