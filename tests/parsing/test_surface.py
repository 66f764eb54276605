"""The surface has the text's length, whatever the text; blanked words are gone."""

from hypothesis import given
from hypothesis import strategies as some

from onrecord.parsing.surface import surface
from onrecord.record import Block, BlockKind, Span


@given(some.text(max_size=200), some.integers(0, 200), some.sampled_from(list(BlockKind)))
def test_surface_is_as_long_as_the_text(text, cut, kind):
    cut = min(cut, len(text))
    blocks = (Block(Span(0, cut), BlockKind.STORY), Block(Span(cut, len(text)), kind))
    assert len(surface(text, blocks)) == len(text)


def test_surface_blanks_what_is_no_story():
    text = "Troops left.\nDonate now!"
    blocks = (Block(Span(0, 12), BlockKind.STORY), Block(Span(13, 24), BlockKind.NOTICE))
    assert surface(text, blocks).strip() == "Troops left."


def test_surface_makes_typographic_marks_plain():
    text = "\u201cWe\u2019ll go\u201d"
    assert surface(text, (Block(Span(0, len(text)), BlockKind.STORY),)) == '"We\'ll go"'


def test_surface_ends_a_dateline_as_a_sentence() -> None:
    text = "YEREVAN (Wire) -- Armenian troops left."
    blocks = (Block(Span(0, len(text)), BlockKind.STORY),)
    assert surface(text, blocks, Span(0, 17)) == "YEREVAN (Wire)  . Armenian troops left."
