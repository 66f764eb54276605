"""Pictures are drawn offline; nothing in them is fetched."""

import pytest

from onrecord.analysis.pictures import FORMATS, PICTURES, save
from onrecord.errors import UsageError
from onrecord.ledger import Ledger

pytest.importorskip("altair")
pytest.importorskip("vl_convert")


@pytest.mark.parametrize("picture", sorted(PICTURES))
def test_picture_is_drawn(ledger: Ledger, tmp_path, picture: str) -> None:
    rows = ledger.figures() if picture == "figures" else ledger.events()
    save(PICTURES[picture](rows), tmp_path / "p.svg")
    drawn = (tmp_path / "p.svg").read_text()
    assert drawn.startswith("<svg")
    assert "http://" not in drawn.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("form", FORMATS)
def test_formats(ledger: Ledger, tmp_path, form: str) -> None:
    save(PICTURES["timeline"](ledger.events()), tmp_path / f"p.{form}")
    assert (tmp_path / f"p.{form}").stat().st_size > 1_000


def test_html_carries_its_scripts(ledger: Ledger, tmp_path) -> None:
    save(PICTURES["timeline"](ledger.events()), tmp_path / "p.html")
    assert 'src="http' not in (tmp_path / "p.html").read_text(encoding="utf-8")


def test_an_empty_answer_is_an_empty_picture(ledger: Ledger, tmp_path) -> None:
    save(PICTURES["map"](ledger.events(actor="nobody")), tmp_path / "p.svg")


def test_another_suffix_is_refused(ledger: Ledger, tmp_path) -> None:
    with pytest.raises(UsageError, match="html, svg, png"):
        save(PICTURES["timeline"](ledger.events()), tmp_path / "p.gif")
