"""How far a content reaches: to the end of the quote that it opens, and on over quotes that follow without a cue."""

from dataclasses import dataclass, replace

from onrecord.parsing import Doc, Parse
from onrecord.parsing.quotation import Quotation, quotations
from onrecord.statements.candidate import Candidate


@dataclass(frozen=True)
class Quotes:
    """The quotes of a report, and for each token the number of the quote that it stands in, or -1."""

    doc: Doc
    all: tuple[Quotation, ...]
    at: list[int]

    @classmethod
    def of(cls, parse: Parse) -> "Quotes":
        """The quotes of a parse."""
        found = quotations(parse)
        at = [-1] * len(parse.doc)
        for number, quote in enumerate(found):
            at[quote.start : quote.end] = [number] * (quote.end - quote.start)
        return cls(parse.doc, found, at)

    def reached(self, candidate: Candidate) -> Candidate:
        """The candidate with its content carried to the end of its quotes; one inside a quote stays as it is."""
        if self.at[candidate.head] >= 0:
            return candidate
        opened = sorted({self.at[i] for i in candidate.content} - {-1})
        if not opened:
            return candidate
        content = set(candidate.content)
        for number in (*self._resumed(opened[0]), *opened, *self._following(opened[-1], candidate)):
            content.update(range(self.all[number].start, self.all[number].end))
        return replace(candidate, content=tuple(sorted(content - set(candidate.cue))))

    def _resumed(self, number: int) -> list[int]:
        """The quotes of the paragraphs before that were left open and go on in this one."""
        found: list[int] = []
        while number > 0 and self.all[number].resumes:
            number -= 1
            found.append(number)
        return found

    def _following(self, number: int, candidate: Candidate) -> list[int]:
        """The quotes after this one that open a sentence of their own and bear no cue."""
        found: list[int] = []
        sentence_end = self.doc[candidate.head].sent.end
        for later in range(number + 1, len(self.all)):
            quote = self.all[later]
            if not quote.resumes and not self._nothing_between(
                max(self.all[later - 1].end, sentence_end), quote.start
            ):
                if quote.start < sentence_end:
                    continue
                break
            if not quote.resumes and self._speaks_on(quote):
                break
            found.append(later)
        return found

    def _nothing_between(self, start: int, end: int) -> bool:
        between = [token for token in self.doc[start:end] if not token.is_space]
        return start <= end and not between and not any("\n" in t.text for t in self.doc[start:end])

    def _speaks_on(self, quote: Quotation) -> bool:
        """Whether words of the reporter follow in the quote's last sentence: it has a cue of its own."""
        sentence = self.doc[quote.end - 1].sent
        return any(t.is_alpha for t in self.doc[quote.end : sentence.end]) and sentence.end > quote.end
