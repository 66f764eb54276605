"""Which words name a place: the model's place names, states and nationalities, and names that the model took for others'.

Taken besides the model's own: a known name typed as a person's or a body's after a word of place or before its state, the
place in the name of a body that sits there ("Gainesville Police Department"), and a place of the report named again.
Refused: people, places in the names of other organisations ("Washington Post"), and an unknown name that nothing
else tells to be a place's.
"""

from collections.abc import Iterable

from onrecord.actors import Cast, Registry
from onrecord.parsing import Doc, Parse
from onrecord.places.beyond import counties, dateline, listed, loose_words, named_again
from onrecord.places.entities import of_entity
from onrecord.places.evidence import Reader, Toponym
from onrecord.places.gazetteer import Gazetteer
from onrecord.places.lexicon import Lexicon, load_lexicon
from onrecord.record import Span


def toponyms(
    parse: Parse, cast: Cast, registry: Registry, gazetteer: Gazetteer, filed: Span | None = None
) -> list[Toponym]:
    """The toponyms of a report in order; `filed` is the place of its dateline."""
    lexicon = load_lexicon()
    reader = Reader(cast, registry, gazetteer, lexicon, _surnames(parse.doc, lexicon))
    found: list[Toponym] = []
    taken: set[int] = set()
    for more in (
        counties(parse.doc, reader),
        (one for span in parse.doc.ents if (one := of_entity(span, reader))),
        dateline(parse.doc, filed, reader),
        loose_words(parse.doc, taken, reader),
        listed(parse.doc, taken, reader),
    ):
        _add(more, found, taken)
    _add(named_again(parse.doc, found, reader), found, taken)
    return sorted(found, key=lambda one: one.tokens.start)


def _surnames(doc: Doc, lexicon: Lexicon) -> frozenset[str]:
    """The last names of the people named in full, and the names after a title."""
    full = {span[-1].text for span in doc.ents if span.label_ == "PERSON" and len(span) > 1}
    titled = {
        doc[t.i + 1].text
        for t in doc
        if t.lower_ in lexicon.titles and t.i + 1 < len(doc) and t.text[0].isupper() and t.lower_ != "st"
    }
    return frozenset(full | titled)


def _add(more: Iterable[Toponym], found: list[Toponym], taken: set[int]) -> None:
    """Take those over that lie on no other; readers see what is taken so far."""
    for one in more:
        if taken.isdisjoint(range(one.tokens.start, one.tokens.end)):
            taken.update(range(one.tokens.start, one.tokens.end))
            found.append(one)
