"""Questions on news that nobody has read, for a larger encoder to answer (`scripts/distil_encoder.py`).

    PYTHONPATH=. python scripts/unread_questions.py NEWS.jsonl.gz COUNT > unread.jsonl

A row has `text`, one sentence, and the spans `actor`, `recipient` and `predicate` or null: a verb (now and then a noun) alone, or
two names of the sentence. Reports that are held to measure on, and those that are judged for precision, are left out; the
rows stay outside the repository.
"""

import json
import random
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from benchmarks.labels import digest_of, is_held, news

from event_sheets import is_kept_back
from onrecord.config import ModelSize
from onrecord.parsing import Doc, Token, TokenSpan, load, span_of

SHORTEST, LONGEST = 40, 420
"""Code points of a sentence that is asked about."""
A_SENTENCE = 2
"""Predicates of a sentence that are asked about at most."""
A_REPORT = 24
"""Sentences of a report at most."""
PAIRED = 0.6
"""Share of the sentences with two names that are asked what passes between them."""
NOUNS = 0.12
"""Share of the nouns that are asked about: most name no deed."""
LIGHT = frozenset("be have do".split())
NAMES = frozenset("PERSON ORG GPE NORP".split())
Rows = Iterator[dict[str, Any]]


def questions(sentence: TokenSpan) -> Rows:
    """A few questions on one sentence."""
    first = sentence.start_char

    def at(part: Token | TokenSpan) -> tuple[int, int]:
        start, end = span_of(part)
        return start - first, end - first

    asked = [
        word for word in sentence
        if (word.tag_.startswith("VB") and word.lemma_ not in LIGHT)
        or (word.tag_ in ("NN", "NNS") and random.random() < NOUNS)
    ]  # fmt: skip
    for word in random.sample(asked, min(A_SENTENCE, len(asked))):
        yield {"text": sentence.text, "actor": None, "recipient": None, "predicate": at(word)}
    names = [name for name in sentence.ents if name.label_ in NAMES]
    if len(names) > 1 and random.random() < PAIRED:
        actor, recipient = random.sample(names, 2)
        yield {"text": sentence.text, "actor": at(actor), "recipient": at(recipient), "predicate": None}


def of_report(doc: Doc) -> Rows:
    """The questions on one report."""
    fit = [one for one in doc.sents if SHORTEST <= len(one.text) <= LONGEST and "\n" not in one.text]
    for sentence in random.sample(fit, min(A_REPORT, len(fit))):
        yield from questions(sentence)


def main() -> None:
    """Print the questions, until they are as many as wanted."""
    path, count = sys.argv[1], int(sys.argv[2])
    random.seed(0)
    texts = [
        row["text"] for row in news(path)
        if not is_held(digest := digest_of(row["text"])) and not is_kept_back(digest)
    ]  # fmt: skip
    random.shuffle(texts)
    model = load(ModelSize.SM)
    model.disable_pipes("parser")
    model.enable_pipe("senter")
    found = (row for doc in model.pipe(texts, batch_size=32) for row in of_report(doc))
    for row in islice(found, count):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
