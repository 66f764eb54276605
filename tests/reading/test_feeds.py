"""Feeds: what each dialect says of an item, and feeds that are broken or hostile."""

import logging
import time
from pathlib import Path

import pytest

from onrecord.config import Settings
from onrecord.errors import EmptyInput, InputError, MalformedInput, OversizedInput
from onrecord.reading import read
from onrecord.record import Report

PROSE = "The ministers of both states met in the harbour town and agreed to reopen the ferry line."
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/xsl" href="a.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>The Harbour Post</title><link>https://harbour.example/</link>
<atom:link rel="self" href="https://harbour.example/feed"/>
<item><title>Ferry &amp;#8217;line&amp;#8217; to reopen</title><link>/ferry</link><dc:creator>Ana Prelog</dc:creator>
<pubDate>Sun, 27 Feb 2022 18:04:00 +0200</pubDate><media:title>A boat</media:title>
<media:description>A picture that is described at greater length than the story itself is ever told in a feed.
</media:description><description>Ministers met.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><figure><img src="x"/><figcaption>A boat.</figcaption></figure>
<p>They <b>met</b> again &amp; agreed.</p><script>track()</script>]]></content:encoded></item>
<item><title>Plain</title><guid>https://harbour.example/2</guid><description>{PROSE} AT&amp;T was there.</description>
<author>desk@harbour.example (The Desk)</author><source url="https://wire.example/feed">The Wire</source></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/">
<title type="html">The &lt;b&gt;Post&lt;/b&gt;</title>
<link rel="self" href="https://harbour.example/atom"/><link href="https://harbour.example/"/>
<author><name>The Desk</name></author>
<entry><title>Ferry</title><link rel="edit" href="https://harbour.example/edit/1"/><link href="ferry"/>
<published>2022-02-27T18:04:00Z</published><updated>2022-03-01T00:00:00Z</updated>
<author><name>Ana Prelog</name></author>
<summary>Ministers met.</summary><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p><p>Two.</p></div></content></entry>
<entry><title>Text</title><updated>2022-02-26T00:00:00Z</updated>
<content type="text">1 &lt; 2 is told as &lt;b&gt;.</content></entry>
<entry><title>Picture</title><content type="image/png" src="x.png"/>
<summary type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</summary></entry>
</feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>The Harbour Post</title><link>https://harbour.example/</link></channel>
<item rdf:about="y"><title>Ferry</title><link>https://harbour.example/ferry</link><description>{PROSE}</description>
<dc:date>2022-02-27T18:04:00Z</dc:date><dc:creator>Ana Prelog</dc:creator></item></rdf:RDF>"""


def items(folder: Path, feed: str | bytes, name: str = "a.xml") -> list[Report | InputError]:
    path = folder / name
    path.write_bytes(feed if isinstance(feed, bytes) else feed.encode())
    return list(read([path]))


def reports(folder: Path, feed: str | bytes, name: str = "a.xml") -> list[Report]:
    return [item for item in items(folder, feed, name) if isinstance(item, Report)]


def test_rss_item_gives_its_full_content_and_what_it_says(tmp_path: Path) -> None:
    one, two = reports(tmp_path, RSS)
    assert one.text == f"{PROSE}\nThey met again & agreed."
    assert (one.title, one.outlet, one.published) == (
        "Ferry ’line’ to reopen",
        "The Harbour Post",
        "2022-02-27",
    )
    assert (one.url, one.byline) == ("https://harbour.example/ferry", "Ana Prelog")
    assert two.text == f"{PROSE} AT&T was there."
    assert (two.url, two.byline, two.outlet) == ("https://harbour.example/2", "The Desk", "The Wire")


def test_atom_entry_is_read_by_the_type_of_its_content(tmp_path: Path) -> None:
    one, two, three = reports(tmp_path, ATOM)
    assert one.text == f"{PROSE}\nTwo."
    assert (one.title, one.outlet, one.published) == ("Ferry", "The Post", "2022-02-27")
    assert (one.url, one.byline) == ("https://harbour.example/ferry", "Ana Prelog")
    assert (two.text, two.published) == ("1 < 2 is told as <b>.", "2022-02-26")
    assert three.text == PROSE


def test_rdf_item_is_read(tmp_path: Path) -> None:
    (one,) = reports(tmp_path, RDF)
    assert (one.text, one.title, one.outlet, one.byline) == (PROSE, "Ferry", "The Harbour Post", "Ana Prelog")
    assert (one.published, one.url) == ("2022-02-27", "https://harbour.example/ferry")


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
def test_feed_without_a_suffix_is_known_by_how_it_begins(tmp_path: Path, feed: str) -> None:
    assert reports(tmp_path, feed, "a")


def test_names_that_only_html_knows_and_prefixes_not_declared_are_read(tmp_path: Path) -> None:
    encoded = f"<content:encoded>&lt;p&gt;{PROSE} Caf&eacute;.&lt;/p&gt;</content:encoded>"
    feed = f"<rss><channel><title>A&nbsp;B</title><item>{encoded}</item></channel></rss>"
    (one,) = reports(tmp_path, feed)
    assert one.text == f"{PROSE} Café." and one.outlet == "A B"


def test_feed_in_its_declared_encoding(tmp_path: Path) -> None:
    feed = RDF.replace("ferry line.", "ferry «Волга».")
    data = b'<?xml version="1.0" encoding="windows-1251"?>' + feed.encode("cp1251")
    assert "«Волга»" in reports(tmp_path, data)[0].text


def test_item_without_a_text_is_an_error_that_names_its_page(tmp_path: Path) -> None:
    bare = "<item><title>a</title><link>https://a.example/1</link></item>"
    feed = f"<rss><channel>{bare}<item><description>{PROSE}</description></item></channel></rss>"
    error, report = items(tmp_path, feed)
    assert isinstance(error, EmptyInput) and "a.xml[0]" in str(error) and "https://a.example/1" in str(error)
    assert isinstance(report, Report)


def test_feed_that_breaks_off_gives_what_is_before(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "onrecord"):
        found = reports(tmp_path, RSS[: RSS.index("<item><title>Plain")])
    assert len(found) == 1 and "damaged" in caplog.text


@pytest.mark.parametrize(
    ("feed", "kind"),
    [
        ("", MalformedInput),
        ("words", MalformedInput),
        ("<html><body>a</body></html>", MalformedInput),
        ("<urlset><url><loc>x</loc></url></urlset>", MalformedInput),
        ("<rss><channel><title>a</title></channel></rss>", EmptyInput),
        ("<rss" + "<a>" * 100_000, EmptyInput),
        ("<rss><channel>" + "<a>" * 300_000, EmptyInput),
    ],
)
def test_what_is_no_feed_is_an_error(tmp_path: Path, feed: str, kind: type[InputError]) -> None:
    (error,) = items(tmp_path, feed)
    assert type(error) is kind and error.remedy


BOMB = "<!DOCTYPE rss [" + '<!ENTITY a0 "lol lol lol">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
)  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        BOMB + "]>",
        '<!DOCTYPE rss [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x; <!ENTITY a11 "b">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x">',
    ],
    ids=["bomb", "file", "parameter", "type"],
)
def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path, head: str) -> None:
    begun = time.perf_counter()
    feed = f"{head}<rss><channel><item><description>{PROSE} &a11;</description></item></channel></rss>"
    for item in items(tmp_path, feed):
        assert isinstance(item, InputError) or (len(item.text) < 200 and "root:" not in item.text)
    assert time.perf_counter() - begun < 5


def test_deep_or_endless_markup_in_an_item_ends_soon(tmp_path: Path) -> None:
    begun = time.perf_counter()
    for markup in ("<div>" * 50_000, "<" * 200_000, "&" * 200_000, "<!--" * 50_000, "<p" * 50_000):
        feed = f"<rss><channel><item><description><![CDATA[{PROSE} {markup}]]></description></item></channel></rss>"
        assert reports(tmp_path, feed)[0].text.startswith(PROSE)
    assert time.perf_counter() - begun < 10


def test_feed_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    (error,) = read([tmp_path / "a.xml"], settings=Settings(max_document_bytes=1_000))
    assert isinstance(error, OversizedInput)
