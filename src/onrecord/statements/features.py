"""What the re-ranker sees of a candidate: names of features, most of them lemma by frame."""

from collections.abc import Iterator

from onrecord.parsing import Doc, Token
from onrecord.parsing.wordclasses import noun_classes, verb_classes
from onrecord.statements.candidate import Candidate
from onrecord.statements.extents import Quotes


def features(candidate: Candidate, quotes: Quotes) -> list[str]:
    """The features of a candidate, each a short name; the same candidate always gives the same names."""
    head = quotes.doc[candidate.head]
    return [
        "bias",
        *_of_cue(head, candidate),
        *_of_content(candidate, quotes),
        *_of_speaker(candidate, quotes.doc),
    ]


def _of_cue(head: Token, candidate: Candidate) -> Iterator[str]:
    frame, lemma = candidate.frame, head.lemma_.lower()
    yield f"l={lemma}"
    yield f"lf={lemma}|{frame}"
    yield f"f={frame}"
    classes = noun_classes(lemma) if head.pos_ == "NOUN" else verb_classes(lemma)
    yield f"wc={classes[:1]}|{head.pos_}"
    yield f"wcf={classes[:1]}|{frame}"
    for letter in classes:
        yield f"wa={letter}"
    yield f"ft={frame}|{head.tag_}"
    yield f"fd={frame}|{head.dep_}"
    labels = {child.dep_ for child in head.children}
    for label in ("neg", "auxpass", "dobj", "xcomp", "ccomp", "advcl", "prep", "prt", "dative"):
        if label in labels:
            yield f"fc={frame}|{label}"
    for child in head.lefts:
        if child.dep_ in {"aux", "mark"}:
            yield f"fa={frame}|{child.lower_}"


def _of_content(candidate: Candidate, quotes: Quotes) -> Iterator[str]:
    frame, content = candidate.frame, candidate.content
    if not content:
        yield "empty"
        return
    first = quotes.doc[content[0]]
    inside = sum(quotes.at[i] >= 0 for i in content) / len(content)
    yield f"fq={frame}|{round(inside * 3)}"
    yield f"fw={frame}|{first.lower_ if first.pos_ in _CLOSED else first.pos_}"
    yield f"fn={frame}|{min(len(content).bit_length(), 6)}"
    yield f"fs={frame}|{'left' if content[-1] < candidate.head else 'right' if content[0] > candidate.head else 'around'}"
    if quotes.at[candidate.head] >= 0:
        yield f"fi={frame}|inside"


_CLOSED = frozenset({"SCONJ", "ADP", "DET", "PRON", "AUX", "PART", "CCONJ", "PUNCT"})


def _of_speaker(candidate: Candidate, doc: Doc) -> Iterator[str]:
    frame = candidate.frame
    if candidate.speaker is None:
        yield f"s=none|{frame}"
        return
    token = doc[candidate.speaker]
    yield f"s={token.ent_type_ or token.pos_}"
    yield f"fs2={frame}|{token.ent_type_ or token.pos_}"
    yield f"sl={token.lemma_.lower()}"
    yield f"sc={noun_classes(token.lemma_.lower())[:1] if token.pos_ == 'NOUN' else token.pos_}|{frame}"
    yield f"sd={frame}|{token.dep_}|{'before' if token.i < candidate.head else 'after'}"
